using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>A quote in JSON.</summary>
internal sealed record QuoteView(string Text, ArticleView Article, int Start, int Length)
{
    public static QuoteView From(Citation quote) =>
        new(quote.Text, ArticleView.From(quote.Article), quote.Start, quote.Length);
}
