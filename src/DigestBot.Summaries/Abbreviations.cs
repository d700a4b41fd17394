using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>Words that are written with a stop, by what may follow them. Kept without the stop, compared without case.</summary>
internal static class Abbreviations
{
    // A name, a number or a lower-case word follows, never a new sentence.
    private static readonly Lookup Leading = Make(
        "mr mrs ms mx dr prof gen sen sens rep reps gov lt col sgt cpl pvt pfc capt cmdr adm maj brig det insp supt rev fr hon " +
        "messrs mme mmes mlle st ste mt vs v cf eg ie viz approx ca pp atty asst assoc mgr msgr " +
        "hr hrsg bzw vgl evtl inkl exkl zzgl sog ggf mio mrd tsd nr dipl bspw bzgl geb ehem med " + // German
        "sra srta dra dto avda núm excmo ilmo exmo exma eng ee ej ud uds " + // Spanish, Portuguese
        "sig sigg dott avv geom dhr mevr mw drs bijv " + // Italian, Dutch
        "ул им гос тыс млн млрд руб акад проф рис см тов"); // Russian

    // A number or a lower-case word follows, or else a new sentence begins.
    private static readonly Lookup BeforeNumber = Make(
        "no nos art sec chap ch par jan feb mar apr jun jul aug sep sept oct nov dec p pg vol ext tel fig figs abs est " +
        "janv févr avr juil déc ene abr ago dic genn pag pagg pág págs стр");

    // A new sentence begins only with a word that often begins one.
    private static readonly Lookup Trailing = Make(
        "inc co corp ltd plc llc jr sr esq bros etc ave blvd rd dept univ hwy pkwy intl govt mfg al usw ecc enz " +
        "др гг вв");

    // The same, but only with a capital: Mass. is a state, mass is not.
    private static readonly Lookup States = Make(
        "mass calif conn fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo " +
        "ariz ark colo del ala");

    private static readonly Lookup Starters = Make(
        "the a an in on at by for from to with of he she it they we you i this that these those there here his her its their our " +
        "my but and or so yet if when while as after before since although though because however meanwhile also then now " +
        "some many most all both each no not one two three another other what who why how where which according last earlier " +
        "later still only even once until despite during under over about between among");

    private static readonly Lookup ForeignStarters = Make(
        "der die das ein eine er sie es wir im am le les un une il elle ils nous dans el los las en lo " +
        "het een hij zij os um uma ele ela na он она они это в на");

    private static readonly Lookup AfterClock = Make(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february " +
        "march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
        "est edt et gmt bst utc cet cst cdt ct mst mdt mt pst pdt pt eastern central mountain pacific local");

    private static readonly Lookup Months = Make(
        "januar jänner februar märz april mai juni juli august september oktober november dezember " +
        "jahrhundert jh quartal klasse platz runde weltkrieg liga bundesliga spieltag stock geburtstag jahrestag auflage minute lebensjahr januari februari maart mei oktober");

    public static bool AlwaysLeads(ReadOnlySpan<char> word) => Leading.Contains(word);

    public static bool LeadsNumber(ReadOnlySpan<char> word) => BeforeNumber.Contains(word);

    public static bool MayTrail(ReadOnlySpan<char> word) =>
        Trailing.Contains(word) || (char.IsUpper(word[0]) && States.Contains(word));

    /// <summary>Words that often begin a sentence and seldom a name.</summary>
    public static bool OftenStartsSentence(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>The same, with articles and pronouns that also begin names (Le Pen, El Sisi).</summary>
    public static bool MayStartSentence(ReadOnlySpan<char> word) => Starters.Contains(word) || ForeignStarters.Contains(word);

    public static bool FollowsClock(ReadOnlySpan<char> word) => AfterClock.Contains(word);

    /// <summary>Words that follow a German or Dutch ordinal: "am 5. Mai".</summary>
    public static bool FollowsOrdinal(ReadOnlySpan<char> word) => Months.Contains(word);

    private static Lookup Make(string words) => new(words);

    /// <summary>A set of words that is asked with spans.</summary>
    private sealed class Lookup
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

        public Lookup(string words) =>
            _words = words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
                .GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
    }
}
