using System.Text.Json;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads one article as JSON: url, title, text, published, source, language and byline; other members are ignored.</summary>
internal static class ArticleJson
{
    private static readonly string[] Members = ["url", "title", "text", "published", "source", "language", "byline"];

    /// <summary>The article, or a sentence that says why it is none.</summary>
    public static (IncomingArticle? Article, string? Problem) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "This is not a JSON object with the members of an article.");
        }

        foreach (string member in Members)
        {
            if (JsonText.Member(json, member) is { ValueKind: not JsonValueKind.String })
            {
                return (null, $"\"{member}\" must be a string.");
            }
        }

        string? url = JsonText.String(json, "url");
        string? text = JsonText.String(json, "text");
        if (text is null)
        {
            return (null, "The article has no text; put it into \"text\".");
        }

        if (url is not null && !IsAddress(url))
        {
            return (null, "\"url\" must be an absolute http or https address.");
        }

        return (new IncomingArticle
        {
            Url = url,
            Title = JsonText.String(json, "title"),
            Text = text,
            Published = FeedDates.Parse(JsonText.String(json, "published")),
            Source = JsonText.String(json, "source"),
            Language = JsonText.String(json, "language"),
            Byline = JsonText.String(json, "byline"),
        }, null);
    }

    private static bool IsAddress(string url) =>
        AddressText.Parse(url) is { } address && (WebAddress.IsWeb(address) || (address.IsFile && !url.StartsWith('/')));
}
