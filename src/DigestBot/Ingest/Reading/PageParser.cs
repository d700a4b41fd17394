using AngleSharp;
using AngleSharp.Browser;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace DigestBot.Ingest.Reading;

/// <summary>Builds the tree of a page that <see cref="MarkupLimits"/> let pass, without what nobody asks for.</summary>
internal static class PageParser
{
    // The selectors are shared, so that each is read once and not for every page. Nothing is loaded, and no encoding is
    // left to change, so nobody need watch the attributes.
    private static readonly AngleSharp.IConfiguration Services = Configuration.Default
        .WithOnly<ICssSelectorParser>(new CssSelectorParser())
        .Without<IAttributeObserver>()
        .Without<IMetaHandler>();

    public static IHtmlDocument Parse(string html)
    {
        var guard = new MarkupGuard();
        var options = new HtmlParserOptions
        {
            OnCreated = (element, _) => guard.Check(element),
            ShouldEmitAttribute = IsRead,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
        };
        return new HtmlParser(options, BrowsingContext.New(Services)).ParseDocument(html);
    }

    // All attributes of media may tell what they show; of other elements scripts have some to themselves.
    private static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> name) => name.Span switch
    {
        ['o', 'n', ..] or ['d', 'a', 't', 'a', '-', ..] or "title" or "target" or "tabindex" or "align" or "valign" or "border" or "width"
            or "height" => IsMedia(tag.Name.Memory.Span),
        _ => true,
    };

    private static bool IsMedia(ReadOnlySpan<char> name) =>
        name is "img" or "image" or "picture" or "source" or "figure" or "iframe" or "embed" or "object" or "video" or "audio";
}
