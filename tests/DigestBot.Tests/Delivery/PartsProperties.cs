using CsCheck;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Delivery;

/// <summary>However small the parts are, together they are the digest.</summary>
public sealed class PartsProperties
{
    [Fact]
    public void The_parts_together_are_the_digest_line_by_line_and_no_sentence_is_cut() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 80].Array[1, 20], Gen.Int[40, 2_000]).Sample((sentences, longest) =>
        {
            using LoopbackChatAdapter adapter = Adapter(longest);
            Digest digest = Of(sentences);

            IReadOnlyList<string> parts = adapter.Lay(new DigestPost(digest, Samples.Now, Late: false), SampleReplies.In("en"));

            string[] lines = [.. TextLayout.Lay(digest, SampleReplies.In("en")).Select(line => line.ToString())];
            Assert.Equal(lines, parts.SelectMany(part => part.Split('\n')));
            Assert.All(parts, part => Assert.True(part.Length <= longest || !part.Contains('\n', StringComparison.Ordinal)));
            Assert.All(sentences, sentence => Assert.Contains(parts, part => part.Contains(sentence, StringComparison.Ordinal)));
        });

    [Fact]
    public void Equal_digests_have_equal_parts_so_that_they_are_stored_once()
    {
        using LoopbackChatAdapter adapter = Adapter(100);
        var post = new DigestPost(SampleReplies.Digest(), Samples.Now, Late: false);

        Assert.Equal(adapter.Lay(post, SampleReplies.In("en")), adapter.Lay(post, SampleReplies.In("en")));
    }

    private static Digest Of(string[] sentences) => SampleReplies.Digest() with
    {
        Stories = [.. sentences.Select((sentence, i) => new DigestStory(
            $"s{i}", "Title", ["Sample Post"], 1, [SampleReplies.Quote(sentence, SampleReplies.Article($"{i}", "Title", "https://post.example/", "Sample Post"))]))],
    };

    private static LoopbackChatAdapter Adapter(int longest) =>
        new(ChatPlatform.Discord, new Uri("http://127.0.0.1:1/"), Samples.Bare, longest);
}
