using AngleSharp.Html.Dom;
using SmartReader;

namespace DigestBot.Ingest.Reading;

/// <summary>The text of the part of a page that SmartReader takes for its article.</summary>
internal static class MainText
{
    static MainText()
    {
        // It would write the article down again as HTML and as text; only its elements are used.
        Article.Serializer = static _ => string.Empty;
        Article.Converter = static _ => string.Empty;
    }

    /// <summary>Takes the tree apart. Empty where SmartReader finds nothing, or cannot digest the page.</summary>
    public static string Read(IHtmlDocument document, Uri address, string? title)
    {
        string text = string.Empty;
        using var reader = new Reader(address.AbsoluteUri, document)
        {
            KeepClasses = true,
            ContinueIfNotReadable = true,
            IsNodeVisible = static _ => false, // asked only to tell whether the page is worth reading, which is not used
        };
        reader.AddCustomOperationEnd(content => text = ArticleBlocks.Read(content, title));
        try
        {
            reader.GetArticle();
        }
        catch (Exception exception) when (exception is not MarkupLimitException)
        {
            // A page that SmartReader cannot digest still has paragraphs; the fallback reads those.
            return string.Empty;
        }

        return text;
    }
}
