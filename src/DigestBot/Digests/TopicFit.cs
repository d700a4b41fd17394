using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>How much an article is about a topic, rather than mentioning it.</summary>
internal static class TopicFit
{
    /// <summary>Below this an article only mentions the topic in passing.</summary>
    public const double About = 0.6;

    private const double InTitle = 1;
    private const double Repeated = 0.7;
    private const double Mentioned = 0.35;

    /// <summary>0 to 1: the mean over the topic's terms; 1 for no topic.</summary>
    public static double Of(TermVector vector, IReadOnlyCollection<QueryTerm> terms) =>
        terms.Count == 0 ? 1 : terms.Average(term => Of(vector, term));

    private static double Of(TermVector vector, QueryTerm term) => term.IsInTitleOf(vector)
        ? InTitle
        : term.CountIn(vector) switch
        {
            0 => 0,
            1 => Mentioned,
            _ => Repeated,
        };
}
