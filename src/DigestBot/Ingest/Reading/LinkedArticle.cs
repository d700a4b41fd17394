using System.Text.Json;
using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>What a page says about its article for machines, in JSON-LD.</summary>
internal sealed record LinkedArticle(string? Title, string? Byline, string? Publisher, string? Published, string? Language, string? Body)
{
    private const int MaxNesting = 8;
    private const int MaxParts = 20;
    private const int MaxObjects = 1000;

    private static readonly string[] Containers = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"];

    private static readonly LinkedArticle None = new(null, null, null, null, null, null);

    public string? Modified { get; private init; }

    /// <summary>The address of its first image, as it is written.</summary>
    public string? Image { get; private init; }

    /// <summary>Whether it says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; private init; }

    public static LinkedArticle Find(IEnumerable<IElement> scripts)
    {
        foreach (IElement script in scripts)
        {
            using JsonDocument? json = JsonText.TryParse(script.TextContent.AsMemory());
            int budget = MaxObjects;
            if (json is not null && FindArticle(json.RootElement, MaxNesting, ref budget) is { } article)
            {
                return Read(article);
            }
        }

        return None;
    }

    private static JsonElement? FindArticle(JsonElement element, int nesting, ref int budget)
    {
        if (nesting == 0 || budget-- <= 0)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Object && IsArticle(element))
        {
            return element;
        }

        IEnumerable<JsonElement> inside = element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Object => Containers
                .Select(name => JsonText.Member(element, name)).OfType<JsonElement>(),
            _ => [],
        };
        foreach (JsonElement child in inside)
        {
            if (FindArticle(child, nesting - 1, ref budget) is { } article)
            {
                return article;
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element) => JsonText.Member(element, "@type") switch
    {
        { ValueKind: JsonValueKind.Array } types => types.EnumerateArray().Any(type => IsArticleType(JsonText.String(type))),
        { } type => IsArticleType(JsonText.String(type)),
        null => false,
    };

    private static bool IsArticleType(string? type) =>
        type is "Report" || type?.EndsWith("Article", StringComparison.Ordinal) == true || type?.EndsWith("BlogPosting", StringComparison.Ordinal) == true;

    private static LinkedArticle Read(JsonElement article) => new(
        Plain(JsonText.String(article, "headline")),
        Plain(Names(JsonText.Member(article, "author"))),
        Plain(Names(JsonText.Member(article, "publisher"))),
        JsonText.String(article, "datePublished"),
        JsonText.String(article, "inLanguage"),
        PlainBody(JsonText.String(article, "articleBody")))
    {
        Modified = JsonText.String(article, "dateModified"),
        Image = Address(JsonText.Member(article, "image"), MaxNesting),
        IsPaywalled = IsNotFree(article)
            || (JsonText.Member(article, "hasPart") is { } part
                && (part.ValueKind == JsonValueKind.Array ? part.EnumerateArray().Take(MaxParts).Any(IsNotFree) : IsNotFree(part))),
    };

    private static string? Address(JsonElement? image, int nesting) => image switch
    {
        { ValueKind: JsonValueKind.String } address => JsonText.String(address),
        { ValueKind: JsonValueKind.Object } thing => JsonText.String(thing, "url") ?? JsonText.String(thing, "contentUrl"),
        { ValueKind: JsonValueKind.Array } things when nesting > 0 =>
            things.EnumerateArray().Take(MaxParts).Select(thing => Address(thing, nesting - 1)).FirstOrDefault(address => address is not null),
        _ => null,
    };

    private static bool IsNotFree(JsonElement thing) => JsonText.Member(thing, "isAccessibleForFree") switch
    {
        { ValueKind: JsonValueKind.False } => true,
        { ValueKind: JsonValueKind.String } word => JsonText.String(word)?.EndsWith("false", StringComparison.OrdinalIgnoreCase) == true,
        _ => false,
    };

    private static string? PlainBody(string? body) =>
        body is null ? null
        : body.Contains("</", StringComparison.Ordinal) ? HtmlText.ToPlainText(body)
        : CharacterReferences.Decode(body);

    private static string? Names(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } name => JsonText.String(name),
        { ValueKind: JsonValueKind.Object } thing => JsonText.String(thing, "name"),
        { ValueKind: JsonValueKind.Array } things => Join(things.EnumerateArray().Select(thing => Names(thing))),
        _ => null,
    };

    private static string? Join(IEnumerable<string?> names)
    {
        string joined = string.Join(", ", names.Where(name => name is not null).Distinct());
        return joined.Length == 0 ? null : joined;
    }

    private static string? Plain(string? text) => text is null ? null : HtmlText.OneLine(CharacterReferences.Decode(text));
}
