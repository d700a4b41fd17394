using System.Text.Json;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    public static Feed Read(string json, Uri? address)
    {
        using JsonDocument? document = JsonText.TryParse(json.AsMemory());
        return document is null ? Feed.NotAFeed("This looks like JSON but cannot be read; check the address of the feed.")
            : IsJsonFeed(document.RootElement) ? Read(document.RootElement, address)
            : Feed.NotAFeed("This is JSON, but not a JSON Feed; check the address of the feed.");
    }

    public static bool IsJsonFeed(JsonElement root) =>
        JsonText.Member(root, "items") is { ValueKind: JsonValueKind.Array }
        && (JsonText.String(root, "version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true
            || JsonText.String(root, "feed_url") is not null || JsonText.String(root, "home_page_url") is not null);

    /// <summary>Reads a document that <see cref="IsJsonFeed"/>.</summary>
    public static Feed Read(JsonElement root, Uri? address)
    {
        Uri? link = WebAddress.Resolve(address, JsonText.String(root, "home_page_url"));
        Uri? baseAddress = address ?? link ?? WebAddress.Resolve(null, JsonText.String(root, "feed_url"));
        string? author = Author(root);
        FeedItem[] items = [.. root.GetProperty("items").EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => ReadItem(item, baseAddress, author))];
        return new Feed
        {
            IsFeed = true,
            Format = "JSON Feed",
            Title = Headline(root, "title"),
            Link = link,
            Language = JsonText.String(root, "language"),
            Items = items,
            Problems = items.Length == 0 ? ["The feed has no entries."] : [],
            Hubs = FeedHubs.Of(Hubs(root, baseAddress), WebAddress.Resolve(baseAddress, JsonText.String(root, "feed_url"))),
        };
    }

    // Other kinds of hubs, such as rssCloud, speak something else.
    private static IEnumerable<Uri> Hubs(JsonElement root, Uri? baseAddress) =>
        JsonText.Member(root, "hubs") is { ValueKind: JsonValueKind.Array } hubs
            ? hubs.EnumerateArray()
                .Where(hub => string.Equals(JsonText.String(hub, "type"), "WebSub", StringComparison.OrdinalIgnoreCase))
                .Select(hub => WebAddress.Resolve(baseAddress, JsonText.String(hub, "url")))
                .OfType<Uri>()
            : [];

    private static FeedItem ReadItem(JsonElement item, Uri? baseAddress, string? feedAuthor) => new()
    {
        Id = JsonText.String(item, "id")
            ?? (JsonText.Member(item, "id") is { ValueKind: JsonValueKind.Number } id ? id.GetRawText() : null),
        Title = Headline(item, "title"),
        Link = WebAddress.Resolve(baseAddress, JsonText.String(item, "url"))
            ?? WebAddress.Resolve(baseAddress, JsonText.String(item, "external_url"))
            ?? WebAddress.Resolve(null, JsonText.String(item, "id")),
        Published = FeedDates.Parse(JsonText.String(item, "date_published")),
        Updated = FeedDates.Parse(JsonText.String(item, "date_modified")),
        Summary = JsonText.String(item, "summary") is { } summary ? NullIfEmpty(HtmlText.ToPlainText(summary)) : null,
        Content = Content(item),
        Author = Author(item) ?? feedAuthor,
        Language = JsonText.String(item, "language"),
    };

    private static string? Content(JsonElement item) =>
        JsonText.String(item, "content_html") is { } html ? NullIfEmpty(HtmlText.ToPlainText(html))
        : JsonText.String(item, "content_text") is { } text ? NullIfEmpty(FeedText.Paragraphs(text))
        : null;

    private static string? Headline(JsonElement element, string name) =>
        JsonText.String(element, name) is { } title ? NullIfEmpty(HtmlText.OneLine(CharacterReferences.Decode(title))) : null;

    private static string? Author(JsonElement element)
    {
        if (JsonText.Member(element, "authors") is { ValueKind: JsonValueKind.Array } authors)
        {
            IEnumerable<string?> names = authors.EnumerateArray().Select(author => JsonText.String(author, "name"));
            return NullIfEmpty(string.Join(", ", names.Where(name => name is not null)));
        }

        return JsonText.Member(element, "author") is { } one ? JsonText.String(one, "name") ?? JsonText.String(one) : null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
