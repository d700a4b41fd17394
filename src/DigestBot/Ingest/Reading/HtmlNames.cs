using System.Collections.Frozen;

namespace DigestBot.Ingest.Reading;

/// <summary>What the names of HTML elements mean for reading text. Lookups ignore case.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText =
        Set("script style textarea title xmp noembed noframes iframe");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void =
        Set("area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Block = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
        + " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section"
        + " summary table tbody tfoot thead tr ul");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen = Set(
        "script style noscript template iframe object svg math head select button textarea audio video canvas map"
        + " noembed noframes datalist dialog");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Set(
        "a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark nobr q rp rt ruby s samp small span"
        + " strike strong sub sup time tt u var wbr p div");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OptionalEnd =
        Set("p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt body html head a");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting =
        Set("b big code em font i nobr s small strike strong tt u");

    /// <summary>Its content is not markup.</summary>
    public static bool IsRawText(ReadOnlySpan<char> name) => RawText.Contains(name);

    /// <summary>It never has content, so it is never closed.</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) => Void.Contains(name);

    /// <summary>It stands apart from the text around it.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => Block.Contains(name);

    /// <summary>What is in it is not for reading.</summary>
    public static bool IsUnseen(ReadOnlySpan<char> name) => Unseen.Contains(name);

    /// <summary>It may stand in a headline; other "tags" in a headline are rather text ("List&lt;String&gt;").</summary>
    public static bool IsInHeadlines(ReadOnlySpan<char> name) => Inline.Contains(name);

    /// <summary>HTML closes it by itself, so that leaving it open does not nest.</summary>
    public static bool ClosesItself(ReadOnlySpan<char> name) => OptionalEnd.Contains(name);

    /// <summary>HTML opens it again in every later block until it is closed.</summary>
    public static bool IsFormatting(ReadOnlySpan<char> name) => Formatting.Contains(name);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
