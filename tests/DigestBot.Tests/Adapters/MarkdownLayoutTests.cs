using DigestBot.Adapters;

namespace DigestBot.Tests.Adapters;

/// <summary>The Markdown that a digest makes.</summary>
public sealed class MarkdownLayoutTests
{
    [Fact]
    public void A_digest_reads_like_this() => Assert.Equal(
        """
        # iraq · Mon 6 Jan 2020, 15:00 (Asia/Baghdad)

        from 5 Jan 2020, 15:00 to 6 Jan 2020, 15:00

        Stories: 2 · Articles: 23 · Sources that answered: 40 of 41 · Quotes are verbatim

        Sample Times has not answered since 4 Jan 2020, 15:00: HTTP 503

        ## 1 · Iraq votes on foreign troops

        Publishers: 2 · Sample Herald, Sample Post

        > “Parliament voted on Sunday to end the presence of foreign troops.” \[1\]

        > “The resolution passed with 170 votes.” \[2\]

        > “The resolution passed with 170 votes.” \[1\]

        \[1\] [Sample Herald](<https://herald.example/iraq-vote>) (herald.example), 5 Jan 2020, 19:00

        \[2\] [Sample Post](<https://post.example/vote>) (post.example), 5 Jan 2020, 19:00

        ## 2 · Oil exports resume

        Publishers: 1 · Sample Post

        > “Crude flows.” \[3\]

        \[3\] [Sample Post](<https://post.example/oil>) (post.example), 5 Jan 2020, 19:00

        Digest 7f3a

        """,
        MarkdownLayout.Render(SampleReplies.Digest(), SampleReplies.In("en")));

    [Fact]
    public void An_answer_is_headed_by_its_question() => Assert.StartsWith(
        "# How many voted?\n\nSearched for: How many voted? iraq\n\n> “The resolution passed with 170 votes.” \\[1\\]\n",
        MarkdownLayout.Render(SampleReplies.Answered(), SampleReplies.In("en")),
        StringComparison.Ordinal);
}
