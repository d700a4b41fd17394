using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>What in an article's part of a page is not the article's text. Each rule earned its place in a measurement.</summary>
internal static partial class BlockRules
{
    private const double MaxLinkDensity = 0.6;
    private const int ShortBlock = 120;

    /// <summary>Elements left out with all that is in them.</summary>
    public static bool IsDropped(IElement element) =>
        element.LocalName is "h1" or "figure" or "figcaption" or "nav" or "iframe" or "form" or "label" or "button" or "select" or "textarea"
            or "script" or "style" or "noscript" or "template" or "svg" or "math" or "object" or "video" or "audio"
        || element.HasAttribute("hidden");

    /// <summary>Links that lead somewhere; one that runs a script is a part of the text.</summary>
    public static bool IsLink(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>Elements whose class or id says that they are not the article's text.</summary>
    public static bool HasDroppedName(IElement element) => Matches(element.ClassName) || Matches(element.Id);

    /// <summary>Blocks left out for what they say or are made of.</summary>
    public static bool IsBoilerplate(string block, int linkLength) =>
        linkLength > block.Length * MaxLinkDensity
        || (block.Length < ShortBlock && Openings().IsMatch(block));

    private static bool Matches(string? name) => !string.IsNullOrEmpty(name) && Names().IsMatch(name);

    [GeneratedRegex(
        @"caption|byline|author[-_]?(?:bio|box|info|card|profile|desc)|about[-_]?(?:the[-_]?)?author|autor(?:en)?[-_]?(?:box|info)|newsletter|sign-?up|subscri(?:be|ption)|related|read-?more|print-header|breadcrumb"
        + @"|(?:^|[\s_-])tags?(?:[\s_-]|$)|tag-?list|share|sharing|social|promo|gallery|comment|copyright|(?:post|entry|article)[-_]?(?:meta|info|footer|tools|ratings?)(?:[\s_-]|$)|star-?rating|recommend|cookie|consent|(?:^|[\s_-])credits?(?:[\s_-]|$)|hidden",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(
        @"^(?:Read (?:more|also|next)|Also (?:on|read)|See also|(?:Updated|Posted|Published)\b\s*(?:[:\d]|on\b|at\b|by\b|\w{3,9}\.? \d)"
        + @"|Follow (?:us|him|her|@|me)|Sign up|Subscribe|Share (?:this|on)|Related(?::|\s+(?:stories|articles|coverage|news|links|topics)|$)|Advertisement|Click here|Photo(?:graph)?:|Image:|Source:|Copyright|\(c\)|©|By [A-Z][\w.]+ [A-Z][\w.]+$|Credits?:"
        + @"|Lesen Sie (?:auch|mehr)|Mehr zum Thema|Auch interessant|(?:Titel)?bild:|Bild (?:via|anzeigen)|Foto:|Abbildung(?:\s\d+)?:|Photograph by|Quellen?(?:angaben)?:"
        + @"|Kommentare? (?:geschlossen|schreiben)|Diese Website verwendet|Lire aussi|A lire|Leer también|Lea también|Leggi anche|Czytaj (?:też|także|więcej)|Źródło:|Fot\.)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Openings();
}
