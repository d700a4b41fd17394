using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Finds the article in a web page: <see cref="MainPart"/> chooses the part of the page, SmartReader where that is in doubt,
/// and <see cref="ArticleBlocks"/> leaves out what is not its text. Bounded in time and memory for any input; never throws on bad input.
/// </summary>
internal static class WebPageReader
{
    /// <summary>Characters of HTML that are looked at.</summary>
    public const int MaxLength = 5 * 1024 * 1024;

    private const int ThinText = 250;
    private const int ShortText = 1500;
    private const double MuchLonger = 1.5;
    private const int ComparedLength = 60;

    /// <param name="html">The page, decoded.</param>
    /// <param name="address">Where it came from; relative links are resolved against it.</param>
    public static WebPage Read(string html, Uri address)
    {
        var problems = new List<string>();
        if (html.Length > MaxLength)
        {
            problems.Add($"The page is longer than {MaxLength / (1024 * 1024)} MB; only its beginning was read.");
            html = html[..MaxLength];
        }

        if (MarkupLimits.FindProblem(html) is { } problem)
        {
            return new WebPage { Problems = [.. problems, problem] };
        }

        try
        {
            return Read(html, address, problems);
        }
        catch (MarkupLimitException exception)
        {
            return new WebPage { Problems = [.. problems, exception.Message] };
        }
    }

    private static WebPage Read(string html, Uri address, List<string> problems)
    {
        using IHtmlDocument document = PageParser.Parse(html);
        PageElements elements = PageElements.Find(document);
        LinkedArticle linked = LinkedArticle.Find(elements.LinkedData);
        PageMetadata metadata = PageMetadata.Read(document, elements, linked, address);
        UnseenParts.Remove(document);
        string? standfirst = PageSize.IsModerate(document) ? Standfirst.Find(document, metadata.Description) : null;
        string text = Standfirst.Prepend(standfirst, ReadText(document, address, metadata.Title, FeedText.Paragraphs(linked.Body ?? string.Empty)));

        if (text.Length == 0)
        {
            problems.Add("No article was found in the page; if it is loaded by a script, use the site's feed instead.");
        }

        return new WebPage
        {
            Title = metadata.Title,
            Byline = metadata.Byline,
            SiteName = metadata.SiteName,
            Published = metadata.Published,
            Modified = metadata.Modified,
            Image = metadata.Image,
            IsPaywalled = metadata.IsPaywalled,
            Language = metadata.Language,
            CanonicalUrl = metadata.CanonicalUrl,
            Plainer = metadata.Plainer,
            RobotsTag = metadata.RobotsTag,
            Text = text,
            Problems = problems,
        };
    }

    private static string ReadText(IHtmlDocument document, Uri address, string? title, string declared)
    {
        if (!PageSize.IsModerate(document))
        {
            return Choose(string.Empty, declared, ReadLoose(document, title));
        }

        if (MainPart.Find(document) is { } main)
        {
            string text = ArticleBlocks.Read(main.Content, title, main.Without);
            return Choose(text, declared, text.Length < ShortText ? ReadLoose(document, title) : string.Empty);
        }

        string loose = ReadLoose(document, title); // before SmartReader takes the tree apart
        return Choose(MainText.Read(document, address, title), declared, loose);
    }

    // Some pages have no paragraphs at all, only lines in the part that they call their main one.
    private static string ReadLoose(IHtmlDocument document, string? title)
    {
        string prose = LooseParagraphs.Read(document);
        return prose.Length < ThinText
            && (document.QuerySelector("[itemprop=articleBody], article, main, [role=main]") ?? document.Body) is { } main
            && ArticleBlocks.Read(main, title) is { } blocks
            && blocks.Length > prose.Length * MuchLonger
            ? blocks
            : prose;
    }

    // What was chosen, unless the page itself says another, or it is so thin that it must have missed the article.
    private static string Choose(string text, string declared, string loose)
    {
        if (declared.Length >= Math.Max(ThinText, text.Length * MuchLonger) && !text.Contains(Beginning(declared), StringComparison.Ordinal))
        {
            return declared;
        }

        bool isThin = text.Length < ThinText || (text.Length < ShortText && loose.Length > text.Length * MuchLonger);
        return isThin && loose.Length > text.Length ? loose
            : text.Length == 0 ? declared
            : text;
    }

    private static string Beginning(string text) => text[..Math.Min(text.Length, ComparedLength)];
}
