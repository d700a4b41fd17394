using DigestBot.Adapters.Discord;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.News;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>The look of digests on Discord.</summary>
public sealed class DiscordLayoutTests
{
    [Fact]
    public void A_digest_reads_like_this()
    {
        Embed embed = Page(SampleReplies.Digest()).Embeds![0];

        Assert.Equal("iraq · Mon 6 Jan 2020, 15:00 (Asia/Baghdad)", embed.Title);
        Assert.Equal(
            """
            -# from <t:1578225600:f> to <t:1578312000:f>
            -# Stories: 2 · Articles: 23 · Sources that answered: 40 of 41 · Quotes are verbatim
            -# Sample Times has not answered since 4 Jan 2020, 15:00: HTTP 503

            **1 · Iraq votes on foreign troops**
            -# Publishers: 2 · Sample Herald, Sample Post
            > “Parliament voted on Sunday to end the presence of foreign troops.” \[1]
            > “The resolution passed with 170 votes.” \[2]
            > “The resolution passed with 170 votes.” \[1]
            -# \[1] [Sample Herald](<https://herald.example/iraq-vote>) <t:1578240000:t> · \[2] [Sample Post](<https://post.example/vote>) <t:1578240000:t>

            **2 · Oil exports resume**
            -# Publishers: 1 · Sample Post
            > “Crude flows.” \[3]
            -# \[3] [Sample Post](<https://post.example/oil>) <t:1578240000:t>
            """,
            embed.Description);
        Assert.Equal("Digest 7f3a", embed.Footer!.Text);
    }

    [Fact]
    public void In_Arabic_every_line_runs_from_right_to_left()
    {
        Embed embed = Page(SampleReplies.Digest(), language: "ar").Embeds![0];

        Assert.All(
            embed.Description!.Split('\n').Where(line => line.Length > 0),
            line => Assert.Matches("^(-# |> )?\u200F\u2067.*\u2069$", line));
        Assert.StartsWith("\u200F", embed.Footer!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "<t:1578308400:t>")]
    [InlineData(-23, "<t:1578229200:t>")]
    [InlineData(-24, "<t:1578225600:f>")]
    [InlineData(1, "<t:1578315600:f>")]
    public void Of_an_article_of_the_last_day_the_time_is_enough(int hours, string time)
    {
        ArticleRef article = SampleReplies.Article("1", "T", "https://a.example/", "A") with { Published = SampleReplies.Noon.AddHours(hours) };
        Digest digest = Of(SampleReplies.Quote("Now.", article));

        Assert.Contains($"(<https://a.example/>) {time}", Page(digest).Embeds![0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_on_one_page_has_sources_and_a_question_below_it() => Assert.Equal(
        ["Sources v1:sources:7f3a:1-0-4", "Ask v1:ask:7f3a:1-0-4", "Follow v1:follow:7f3a:1-0-4"],
        DiscordMessages.Buttons(Page(SampleReplies.Digest())).Select(button => $"{button.Label} {button.CustomId}"));

    [Fact]
    public void Below_what_a_followed_story_brought_that_follow_can_be_ended()
    {
        MessageProperties page = Page(SampleReplies.Digest() with { Topic = null, Story = "5" });

        Assert.Equal(["Sources", "Ask", "Unfollow"], DiscordMessages.Buttons(page).Select(button => button.Label));
        Assert.StartsWith("A story that you follow · ", page.Embeds![0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_digest_is_leafed_through_and_ends_at_its_ends()
    {
        Digest digest = Long(12);
        MessageProperties first = Page(digest, 1), second = Page(digest, 2), last = Page(digest, 99);

        Assert.Equal(["◀ v1:page:7f3a:0 off", "1/3 v1:shown:7f3a off", "▶ v1:page:7f3a:2"], Leaves(first));
        Assert.Equal(["◀ v1:page:7f3a:1", "2/3 v1:shown:7f3a off", "▶ v1:page:7f3a:3"], Leaves(second));
        Assert.Equal(["◀ v1:page:7f3a:2", "3/3 v1:shown:7f3a off", "▶ v1:page:7f3a:4 off"], Leaves(last));
        Assert.Equal("Digest 7f3a · Part 2 of 3", second.Embeds![0].Footer!.Text);
        Assert.Equal(DiscordMessages.Text(first), DiscordMessages.Text(Page(digest, -5)));
        DiscordMessages.AreWithinLimits([first, second, last]);
    }

    [Fact]
    public void A_story_that_no_page_holds_goes_on_under_its_title()
    {
        Citation[] quotes = [.. Enumerable.Range(0, 12).Select(i => SampleReplies.Quote(
            $"{i} {new string('x', 590)}", SampleReplies.Article($"{i}", "T", $"https://a.example/{i}", "A")))];

        string[] pages = [.. Lay(Of(quotes)).Select(DiscordMessages.Text)];

        Assert.Contains("**1 · Title**\n", pages[0], StringComparison.Ordinal);
        Assert.All(pages[1..], page => Assert.Contains("**1 · Title** (continued)\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_that_fits_on_one_page_is_not_torn()
    {
        string[] pages = [.. Lay(Long(12)).Select(DiscordMessages.Text)];

        Assert.All(pages, page => Assert.DoesNotContain("(continued)", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_digest_says_so_first()
    {
        string text = Lay(SampleReplies.Digest(), late: true)[0].Embeds![0].Description!;

        Assert.StartsWith("Late: this digest was due at 6 Jan 2020, 15:00.\n-# from", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_without_news_says_what_was_searched_and_can_be_found_again()
    {
        MessageProperties post = Assert.Single(Lay(SampleReplies.Empty()));

        Assert.StartsWith("Nothing new about “iraq” for this channel.\n-# from", post.Embeds![0].Description, StringComparison.Ordinal);
        Assert.Equal(["v1:ask:7f3a:1-0-0", "v1:follow:7f3a:1-0-0"], DiscordMessages.Buttons(post).Select(button => button.CustomId));
    }

    [Fact]
    public void Older_news_than_was_asked_for_is_called_that()
    {
        Digest digest = SampleReplies.Digest(fallback: true);

        Assert.StartsWith("Nothing from 5 Jan 2020", Page(digest).Embeds![0].Description, StringComparison.Ordinal);
        Assert.StartsWith("Nothing from 5 Jan 2020", Lay(digest)[0].Embeds![0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_silent_sources_are_counted()
    {
        FailingSource[] silent = [.. Enumerable.Range(1, 41).Select(i => new FailingSource($"Source {i}", new string('w', 900), null))];
        Digest digest = SampleReplies.Digest();

        string text = Page(digest with { Coverage = digest.Coverage with { Failing = silent } }).Embeds![0].Description!;

        Assert.Equal(5, text.Split('\n').Count(line => line.StartsWith("-# Source ", StringComparison.Ordinal)));
        Assert.Contains("36", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colour_belongs_to_a_topic_and_to_nothing_else()
    {
        uint? colour = Page(SampleReplies.Digest(topic: "Iraq ")).Embeds![0].Color;

        Assert.Equal(Lay(SampleReplies.Digest(topic: "iraq"), late: true)[0].Embeds![0].Color, colour);
        Assert.NotEqual(Page(SampleReplies.Digest(topic: "cricket")).Embeds![0].Color, colour);
        Assert.NotNull(Page(SampleReplies.Digest(topic: null)).Embeds![0].Color);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "Sample Herald (javascript\\:alert(1))")]
    [InlineData("https://reuters.example@evil.example/x", "Sample Herald (evil.example)")]
    [InlineData(
        "https://herald.example/a)(b>[x](<https://evil.example>)",
        "[Sample Herald](<https://herald.example/a%29%28b%3E%5Bx%5D%28%3Chttps://evil.example%3E%29>)")]
    [InlineData("https://bücher.example/é", "[Sample Herald](<https://xn--bcher-kva.example/%C3%A9>)")]
    [InlineData("https://[::1]/x", "Sample Herald (\\[\\:\\:1])")]
    public void Only_addresses_of_the_web_are_linked_and_none_can_leave_its_brackets(string address, string link) =>
        Assert.Contains($"\\[1] {link} <t:", Page(SampleReplies.Digest(url: address)).Embeds![0].Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("Herald_News", "Herald\\_News ([herald.example](<https://herald.example/iraq-vote>))")]
    [InlineData("[x](https://evil.example)", "\\[x]\\(https\\://evil.example) ([herald.example](<https://herald.example/iraq-vote>))")]
    public void A_name_that_a_link_cannot_show_stands_before_it(string source, string link) =>
        Assert.Contains($"\\[1] {link} <t:", Page(SampleReplies.Digest(source: source)).Embeds![0].Description, StringComparison.Ordinal);

    [Fact]
    public void A_bracket_in_the_news_cannot_end_the_label_of_a_link_before_it()
    {
        string text = Page(SampleReplies.Digest(url: "https://herald.example/]", source: "](")).Embeds![0].Description!;

        Assert.Contains("\\[1] ]\\( ([herald.example](<https://herald.example/%5D>)) <t:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_too_long_is_named_by_its_host_and_the_quote_stays()
    {
        string text = Page(SampleReplies.Digest(url: "https://herald.example/" + new string('a', 2048))).Embeds![0].Description!;

        Assert.Contains("\\[1] Sample Herald (herald.example) <t:", text, StringComparison.Ordinal);
        Assert.Contains(SampleReplies.First, text, StringComparison.Ordinal);
    }

    private static MessageProperties Page(Digest digest, int number = 1, string language = "en") =>
        DiscordLayout.Page(digest, number, SampleReplies.In(language));

    private static IReadOnlyList<MessageProperties> Lay(Digest digest, bool late = false) =>
        DiscordLayout.Lay(new DigestPost(digest, SampleReplies.Noon, late), SampleReplies.In("en"));

    private static IEnumerable<string> Leaves(MessageProperties page) => DiscordMessages.Buttons(page).Take(3)
        .Select(button => $"{button.Label} {button.CustomId}{(button.Disabled == true ? " off" : "")}");

    private static Digest Of(params Citation[] quotes) =>
        SampleReplies.Digest() with { Stories = [new("s", "Title", ["A"], 1, quotes)] };

    private static Digest Long(int stories) => SampleReplies.Digest() with
    {
        Stories = [.. Enumerable.Range(1, stories).Select(i => new DigestStory($"s{i}", $"Title {i}", ["A"], 1,
        [
            SampleReplies.Quote($"{i} {new string('x', 300)}", SampleReplies.Article($"{i}a", "T", $"https://a.example/{i}", "A")),
            SampleReplies.Quote($"{i} {new string('y', 300)}", SampleReplies.Article($"{i}b", "T", $"https://b.example/{i}", "B")),
        ]))],
    };
}
