using System.Globalization;
using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Adapters;

/// <summary>Lays out as plain lines what an address would give, and what would be decided about it.</summary>
internal static class SourceTestLines
{
    private const int Indent = 2;
    private const int MostArticles = 3;
    private const int MostOthers = 10;
    private const int MostProblems = 5;

    public static IReadOnlyList<TextLine> Lay(SourceTest test, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        return
        [
            TextLine.Of(
                phrases.SourceTestFound(test.Title ?? test.Location, SourceText.Kind(test.Kind ?? SourceKind.Feed, phrases), test.Articles.Count),
                TextRole.Heading),
            .. Facts(test, reader).Select(fact => TextLine.Of(fact, TextRole.Muted, Indent, Indent)),
            .. test.Problems.Take(MostProblems).Select(problem => TextLine.Of(phrases.Insert(problem), TextRole.Warning, Indent, Indent)),
            .. test.Articles.Count > 0 ? [TextLine.Of(phrases.SourceTestArticles)] : (TextLine[])[],
            .. test.Articles.Take(MostArticles).SelectMany(article => Article(article, reader)),
        ];
    }

    private static IEnumerable<string> Facts(SourceTest test, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string?[] facts =
        [
            How(test, phrases),
            .. test.Redirects.Select((target, i) => phrases.SourceTestRedirect(Number(test.Sight!.Redirects[i].Status), target)),
            test.Sight is { } sight
                ? phrases.SourceTestAnswer(Number(sight.Status), sight.Format, sight.Encoding, (sight.Bytes + 1023) / 1024)
                : null,
            test.Sight is null ? null : Validators(test.Validators, phrases),
            test.Kind == SourceKind.Sitemap && test.Sight is { } list ? phrases.SourceTestListed(list.Entries, test.Articles.Count) : null,
            test.Kind == SourceKind.Feed
                ? phrases.SourceTestEntries(test.Articles.Count + test.WithoutText, test.WithoutText, test.WithoutDate, test.WithoutLink)
                : null,
            test.Sight is null ? null : test.RobotsAsked ? phrases.SourceTestRobotsAllow : phrases.SourceTestRobotsNotAsked,
            test.Kind == SourceKind.Feed && test.Articles.Any(article => article.Extent is TextExtent.Headline or TextExtent.Teaser) ? phrases.SourceTestThin : null,
            test.Next is { } next ? SourceText.NextCheck(next, reader) : null,
            test.Others.Count > 0 ? phrases.SourceOtherFeeds(string.Join(", ", test.Others.Take(MostOthers))) : null,
        ];
        return facts.OfType<string>();
    }

    private static string How(SourceTest test, Phrases phrases) => test.Sight?.By switch
    {
        FoundBy.Link => phrases.SourceTestByLink(test.Location),
        FoundBy.UsualPath => phrases.SourceTestByUsualPath(test.Location),
        FoundBy.Sitemap => phrases.SourceTestBySitemap(test.Location),
        _ => phrases.SourceTestByAddress(test.Location),
    };

    private static string Validators((bool ETag, bool LastModified) validators, Phrases phrases) => validators switch
    {
        (false, false) => phrases.SourceTestNoValidators,
        _ => phrases.SourceTestValidators(string.Join(
            phrases.ListSeparator, ((string[])[validators.ETag ? "ETag" : "", validators.LastModified ? "Last-Modified" : ""]).Where(name => name.Length > 0))),
    };

    private static IEnumerable<TextLine> Article(FoundArticle found, Reader reader)
    {
        NewArticle article = found.Article;
        Phrases phrases = reader.Phrases;
        return
        [
            TextLine.Of(phrases.Insert(article.Title), TextRole.Title, Indent, Indent),
            TextLine.Of(phrases.Insert(article.Url), TextRole.Muted, 2 * Indent),
            TextLine.Of($"{reader.Date(article.Effective)}: {Basis(found, reader)}", TextRole.Muted, 2 * Indent, Indent),
            TextLine.Of($"{phrases.SourceTestText(Extent(found.Extent, phrases), found.Words)} · {Language(found, phrases)}", TextRole.Muted, 2 * Indent, Indent),
            .. Said(found, reader).Select(fact => TextLine.Of(fact, TextRole.Muted, 2 * Indent, Indent)),
        ];
    }

    // What only some pages say of themselves.
    private static IEnumerable<string> Said(FoundArticle found, Reader reader)
    {
        string?[] facts =
        [
            found.Article.Modified is { } modified ? reader.Phrases.SourceTestModified(reader.Date(modified)) : null,
            found.Article.IsPaywalled ? reader.Phrases.SourceTestPaywall : null,
            found.Image is { } image ? reader.Phrases.SourceTestImage(FeedAddress.Shown(image.AbsoluteUri)) : null,
        ];
        return facts.OfType<string>();
    }

    private static string Basis(FoundArticle found, Reader reader) => found.Basis switch
    {
        DateBasis.NoDate => reader.Phrases.SourceTestNoDate,
        DateBasis.Ahead => reader.Phrases.SourceTestDateAhead(reader.Date(found.Article.Published ?? default)),
        _ => reader.Phrases.SourceTestDateSaid,
    };

    private static string Extent(TextExtent extent, Phrases phrases) => extent switch
    {
        TextExtent.Headline => phrases.SourceTestHeadline,
        TextExtent.Teaser => phrases.SourceTestTeaser,
        TextExtent.Page => phrases.SourceTestPage,
        _ => phrases.SourceTestWhole,
    };

    // What is read by rules of its own is told by its text; the rest may say what it is.
    private static string Language(FoundArticle found, Phrases phrases) => (found.Article.Language, found.ReadAs) switch
    {
        (null, null) => phrases.SourceTestNoLanguage,
        ({ } declared, null) => phrases.SourceTestLanguage(declared),
        (null, { } told) => phrases.SourceTestLanguageTold(told),
        ({ } declared, { } told) => phrases.SourceTestLanguageToldAs(declared, told),
    };

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
