using System.Text.Json;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Digests;

/// <summary>A digest from which an article was taken out still is one.</summary>
public sealed class DigestWithoutTests
{
    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 0)]
    public void One_report_alone_differs_from_nothing(long forgotten, int quotes, int differing)
    {
        Digest digest = SampleReplies.Digest() with
        {
            Stories = [new("s", "Of its own", ["A"], 3, [Quote(1), Quote(2), Quote(3)]) { Differing = 2 }],
        };

        string? redacted = new DigestWithout([forgotten], []).Redact(JsonSerializer.Serialize(digest, DigestJson.Default.Digest));

        DigestStory story = Assert.Single(JsonSerializer.Deserialize(redacted!, DigestJson.Default.Digest)!.Stories);
        Assert.Equal((quotes, differing), (story.Quotes.Count, story.Differing));
        Assert.Equal(differing > 0, story.FirstDiffering is not null);
    }

    private static Citation Quote(long article) =>
        SampleReplies.Quote($"Sentence of {article}.", SampleReplies.Article(ArticleId.Format(article), $"Title {article}", $"https://a.example/{article}", "A"));
}
