using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>English words too common to say what a text is about, folded and without apostrophes.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        "a about above after again against all also am an and any are arent as at be because been before being below " +
        "between both but by can cant cannot could couldnt did didnt do does doesnt doing dont down during each few for " +
        "from further had hadnt has hasnt have havent having he hed hell her here hers herself hes him himself his how i " +
        "if im in into is isnt it its itself ive just let me more most must my myself no nor not of off on once only or " +
        "other ought our ours ourselves out over own said same say says shall she should shouldnt so some such than that " +
        "the their theirs them themselves then there these they theyre this those through to too under until up upon us " +
        "very was wasnt we were werent what when where which while who whom whose why will with wont would wouldnt " +
        "you your yours yourself yourselves youre nt rsquo lsquo quot amp nbsp lrb rrb").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folded) => Lookup.Contains(folded);

    /// <summary>Whether capitals turn this stop word into a name: the US, the WHO, IT.</summary>
    public static bool IsNameInCapitals(ReadOnlySpan<char> folded) => folded is "us" or "who" or "it";
}
