using System.Text.Json.Serialization;
using DigestBot.Answers;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>A found article in JSON, with its most fitting sentence or null.</summary>
internal sealed record SearchHitView(
    string Id,
    string Title,
    string Url,
    string Source,
    DateTimeOffset Published,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Paywall,
    SentenceView? Sentence)
{
    public static SearchHitView From(SearchHit hit)
    {
        ArticleRef article = hit.Article;
        SentenceView? sentence = hit.Sentence is { } quote ? new(quote.Text, quote.Start, quote.Length) : null;
        return new(article.Id, article.Title, article.Url, article.Source, article.Published, article.IsPaywalled ? true : null, sentence);
    }
}

/// <summary>A sentence of the article that it is shown with, in JSON.</summary>
internal sealed record SentenceView(string Text, int Start, int Length);
