using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Ingest;

/// <summary>What the effective date of an article is taken from.</summary>
internal enum DateBasis
{
    /// <summary>What it says of itself.</summary>
    Published,

    /// <summary>When it was seen: it says nothing that can be read.</summary>
    NoDate,

    /// <summary>When it was seen: what it says lies ahead.</summary>
    Ahead,
}

/// <summary>How much text an article comes with.</summary>
internal enum TextExtent
{
    /// <summary>Its headline and nothing else.</summary>
    Headline,

    /// <summary>A few sentences at most.</summary>
    Teaser,

    /// <summary>More than that.</summary>
    Text,

    /// <summary>That of the page to which its feed leads.</summary>
    Page,
}

/// <summary>An article as it would be stored.</summary>
/// <param name="Article">It.</param>
/// <param name="Basis">What its effective date is taken from.</param>
/// <param name="Words">Of its text.</param>
/// <param name="Extent">How much that is.</param>
/// <param name="ReadAs">BCP 47 of the language by whose rules it is read; null for the general ones.</param>
internal sealed record FoundArticle(NewArticle Article, DateBasis Basis, int Words, TextExtent Extent, string? ReadAs)
{
    /// <summary>What has fewer words than this leads to the article more than it tells it.</summary>
    private const int FewWords = 60;

    /// <summary>Whether a text leads to an article rather than telling it.</summary>
    public static bool IsThin(string text) => WordCount.Of(text) < FewWords;

    /// <summary>Its lead image, an http or https address that nobody has looked at.</summary>
    public Uri? Image { get; private init; }

    /// <param name="article">It.</param>
    /// <param name="incoming">What it was made of.</param>
    public static FoundArticle Of(NewArticle article, IncomingArticle incoming)
    {
        int words = article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new(
            article,
            article.Published is not { } published ? DateBasis.NoDate : published > article.Seen ? DateBasis.Ahead : DateBasis.Published,
            words,
            incoming.IsOfLinkedPage ? TextExtent.Page
                : article.Text == article.Title ? TextExtent.Headline
                : words < FewWords ? TextExtent.Teaser
                : TextExtent.Text,
            Code(LanguageFinder.Of(article.Title, article.Text, article.Language)))
        {
            Image = incoming.Image,
        };
    }

    private static string? Code(TextLanguage language) => language switch
    {
        TextLanguage.German => "de",
        TextLanguage.French => "fr",
        TextLanguage.Spanish => "es",
        TextLanguage.Italian => "it",
        TextLanguage.Portuguese => "pt",
        TextLanguage.Dutch => "nl",
        _ => null,
    };
}
