using DigestBot.News;

namespace DigestBot.Answers;

/// <summary>What the stored articles say to a question; never a sentence of our own.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Query">The self-contained question that was searched for.</param>
/// <param name="Answered">False when nothing answers it; then <paramref name="Nearest"/> shows what came closest.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Quotes">One to three sentences, the most direct first; empty when not answered.</param>
/// <param name="Nearest">The nearest sentences when not answered; otherwise empty.</param>
/// <param name="Searched">What was searched.</param>
public sealed record Answer(
    string Question,
    string Query,
    bool Answered,
    double Confidence,
    IReadOnlyList<Citation> Quotes,
    IReadOnlyList<Citation> Nearest,
    Searched Searched)
{
    /// <summary>Whether the first two quotes count the same thing and their figures differ.</summary>
    public bool ReportsDiffer { get; init; }

    /// <summary>Articles that have word for word what is quoted of another, as reprints do.</summary>
    public IReadOnlyList<QuoteCopy> Copies { get; init; } = [];
}

/// <summary>An article that has every sentence that is quoted of another.</summary>
/// <param name="Of">Id of the article that is quoted.</param>
/// <param name="Article">Where the sentences can be read as well.</param>
public sealed record QuoteCopy(string Of, ArticleRef Article);

/// <summary>What a question was held against.</summary>
/// <param name="Articles">How many stored articles the asking space may see in the window.</param>
/// <param name="Window">Their effective dates.</param>
public sealed record Searched(long Articles, NewsWindow Window)
{
    /// <summary>Name of the topic that it was restricted to; null for none.</summary>
    public string? Topic { get; init; }

    /// <summary>Code of the language that the articles had to be in; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Names of the sources that they had to be from; null for any.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>A source that alone was to answer and that is not seen, so that all were searched; null for none.</summary>
    internal UnknownOutlet? Unknown { get; init; }

    /// <summary>True where only some languages or sources were searched.</summary>
    public bool IsNarrow => Language is not null || Sources is not null;
}
