using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.News;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>What Teams shows behind each [n] of a text: the article, and what was quoted.</summary>
internal static class TeamsCitations
{
    /// <summary>A message with more is refused.</summary>
    public const int Most = 20;

    private const string Message = "https://schema.org/Message";
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <summary>One for each article, with the number that it has in the text.</summary>
    /// <remarks>The abstract has little room, so a sentence may be cut there, visibly; in the text it stands whole.</remarks>
    public static Entity Of(IReadOnlyList<Citation> quotes, CitationNumbers numbers, Phrases phrases) => Entity.From(new JsonObject
    {
        ["type"] = Message,
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["citation"] = new JsonArray(
        [
            .. numbers.ArticlesOf(quotes).Take(Most).Select(cited =>
                (JsonNode)Claim(cited.Number, quotes.First(quote => quote.Article.Id == cited.Article.Id), phrases)),
        ]),
    });

    private static JsonObject Claim(int number, Citation quote, Phrases phrases)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = ShortText.Of(VisibleText.Of(Name(quote.Article)), LongestName),
            ["abstract"] = ShortText.Of(phrases.Quote(quote.Text), LongestAbstract),
        };
        if (ArticleLink.To(quote.Article).Address is { Length: <= ArticleLink.Longest } address)
        {
            appearance["url"] = address;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = number, ["appearance"] = appearance };
    }

    // A name must not be empty.
    private static string Name(ArticleRef article) =>
        new[] { article.Title, article.Source, article.Url }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "…";
}
