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
    Searched Searched);

/// <summary>What a question was held against.</summary>
/// <param name="Articles">How many stored articles the asking space may see in the window.</param>
/// <param name="Window">Their effective dates.</param>
public sealed record Searched(long Articles, NewsWindow Window);
