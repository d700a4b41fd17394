using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>English, Russian and Arabic words too common to say what a text is about, folded and without apostrophes.</summary>
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

    private static readonly FrozenSet<string> RussianWords = (
        "а без бы был была были было быть в вам вас ваш весь во вот все всего всей всем всеми всех вы где да для до его ее если есть " +
        "еще же за и из или им их к как какая какие какой ко когда кого который которая которое которые которого которой которых " +
        "котором которую которыми которым кто ли либо лишь между меня мне мы на над нам нас наш не него нее ней нет ни ним них но " +
        "о об однако он она они оно от ото перед по под после при про с сам своей своего своем своих свой свою себе себя со так также " +
        "такая такие такой там те тем то тоже той только том тот у уже хотя чего чем что чтобы чья эта эти этим этих это этого этой " +
        "этом этому этот эту я сказал сказала сообщил сообщила сообщили заявил заявила заявили").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Without "on", which folds to the name Ali.
    private static readonly FrozenSet<string> ArabicWords = (
        "في من الي عن مع ان انه انها انهم الذي التي الذين اللذين اللتين هذا هذه هؤلاء ذلك تلك هو هي هم هن هما نحن انا انت " +
        "كان كانت كانوا يكون تكون كما قد لقد لا لم لن ما ماذا هل او ثم اذا لكن لكنه بل حتي كل بعد قبل بين عند منذ خلال حول دون " +
        "غير سوي عليه عليها اليه اليها فيه فيها منه منها له لها لهم به بها بهم ليس ليست اي ايضا حيث لدي عندما بينما وقد " +
        "قال قالت واضاف واضافت اضاف اضافت").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Russian =
        RussianWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Arabic =
        ArabicWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a token says nothing in a text of this language.</summary>
    public static bool Contains(ReadOnlySpan<char> folded, TextLanguage language) =>
        language == TextLanguage.General ? Contains(folded) : LatinStopWords.Contains(folded, language);

    // Its script says in which language to look.
    private static bool Contains(ReadOnlySpan<char> folded) => folded[0] switch
    {
        <= 'z' => Lookup.Contains(folded),
        >= 'а' and <= 'я' => Russian.Contains(folded),
        >= '\u0621' and <= '\u064A' => IsArabic(folded),
        _ => false,
    };

    /// <summary>Whether capitals turn this stop word into a name: the US, the WHO, IT.</summary>
    public static bool IsNameInCapitals(ReadOnlySpan<char> folded) => folded is "us" or "who" or "it";

    // "And" is written onto the word that follows.
    private static bool IsArabic(ReadOnlySpan<char> folded) =>
        Arabic.Contains(folded) || (folded.Length > 2 && folded[0] == 'و' && Arabic.Contains(folded[1..]));
}
