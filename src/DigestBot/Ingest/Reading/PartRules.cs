using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>What pages call the part that holds their article, and the parts that do not. No rule knows a site.</summary>
internal static partial class PartRules
{
    /// <summary>Whether the page says that its article is in it.</summary>
    public static bool IsMarked(IElement element) =>
        element.LocalName is "article" or "main"
        || (element.Attributes.Length > 0
            && (element.GetAttribute("role") == "main"
                || element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.Ordinal) == true
                || Matches(Articles(), element)));

    /// <summary>Whether the page says that it is something else: navigation, comments, a notice.</summary>
    public static bool IsElsewhere(IElement element) => element.LocalName switch
    {
        "nav" or "footer" or "aside" => true,
        "body" or "main" or "article" => false,
        _ => element.Attributes.Length > 0 && Matches(Elsewhere(), element),
    };

    /// <summary>Whether it only holds lines, so that the whole text is around it.</summary>
    public static bool IsLine(IElement element) => element.LocalName is "p" or "li" or "dd" or "td" or "tr" or "tbody";

    /// <summary>Whether it is a box that may hold nothing but links.</summary>
    public static bool IsBox(IElement element) => element.LocalName is "div" or "section" or "ul" or "ol" or "table" or "dl";

    private static bool Matches(Regex names, IElement element) => Matches(names, element.ClassName) || Matches(names, element.Id);

    private static bool Matches(Regex names, string? name) => !string.IsNullOrEmpty(name) && names.IsMatch(name);

    [GeneratedRegex("(?:article|entry|post|story)[-_]*(?:body|content|text)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Articles();

    [GeneratedRegex(
        "comment|cookie|consent|gdpr|dsgvo|privacy|sidebar|footer|modal|popup|related|recommend|newsletter|share|social|promo|breadcrumb|menu|navbar"
        + "|banner|sponsor|disqus",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
