using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>English words whose other forms no stemmer finds: a question that asks where a ship ran aground says "run".</summary>
/// <remarks>
/// Only questions look here, so that what is stored stays as it is. Left out are forms that are other words as well: left, saw,
/// ground, wound, rose, bore, lay, bound.
/// </remarks>
internal static class EnglishIrregulars
{
    private static readonly string[][] Families =
    [
        .. (
            "arise arose arisen;awake awoke awoken;beat beaten;become became;begin began begun;bend bent;bite bitten;bleed bled;" +
            "blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;buy bought;catch caught;choose chose " +
            "chosen;cling clung;come came;creep crept;deal dealt;dig dug;draw drew drawn;dream dreamt;drink drank drunk;drive drove " +
            "driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown;forbid forbade " +
            "forbidden;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;go went gone;" +
            "grow grew grown;hang hung;hear heard;hide hid hidden;hold held;keep kept;kneel knelt;know knew known;lead led;lean leant;" +
            "leap leapt;learn learnt;lend lent;light lit;lose lost;make made;mean meant;meet met;mislead misled;mistake mistook mistaken;" +
            "overcome overcame;oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;pay paid;plead pled;" +
            "prove proven;rebuild rebuilt;ride rode ridden;ring rang rung;rise risen;run ran;seek sought;sell sold;send sent;shake shook " +
            "shaken;shine shone;shoot shot;show shown;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;" +
            "speak spoke spoken;speed sped;spell spelt;spend spent;spill spilt;spin spun;spit spat;spoil spoilt;spring sprang sprung;" +
            "stand stood;steal stole stolen;stick stuck;sting stung;strike struck stricken;strive strove striven;swear swore sworn;" +
            "sweep swept;swell swollen;swim swam swum;swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;" +
            "throw threw thrown;tread trod trodden;undergo underwent undergone;understand understood;undertake undertook undertaken;" +
            "uphold upheld;wake woke woken;wear wore worn;weave wove woven;weep wept;win won;withdraw withdrew withdrawn;withhold " +
            "withheld;withstand withstood;write wrote written;" +
            "child children;foot feet;man men;mouse mice;person people;thief thieves;tooth teeth;wife wives;wolf wolves;woman women")
            .Split(';')
            .Select(family => family.Split(' ')),
    ];

    /// <summary>By the stem of a family's first word, which has regular forms too: runs, running.</summary>
    private static readonly FrozenDictionary<string, string[]> OfStem = Read(family => family[..1], StemOf);

    /// <summary>By the other words themselves, whose stem may be that of another word: founded is no form of find.</summary>
    private static readonly FrozenDictionary<string, string[]> OfToken = Read(family => family[1..], word => word);

    /// <summary>The stems of a word's other forms, without those of any <see cref="StopWords"/>; none as a rule.</summary>
    /// <param name="term">By the general rules.</param>
    public static IReadOnlyList<string> Of(Term term) =>
        term.Stemmed && (OfToken.TryGetValue(term.Token, out string[]? others) || OfStem.TryGetValue(term.Stem, out others)) ? others : [];

    private static FrozenDictionary<string, string[]> Read(Func<string[], string[]> keysOf, Func<string, string> write)
    {
        var others = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (string[] family in Families)
        {
            string[] stems = [.. family.Select(StemOf).Where(stem => stem.Length > 0).Distinct(StringComparer.Ordinal)];
            foreach (string key in keysOf(family).Where(word => StemOf(word).Length > 0))
            {
                others[write(key)] = [.. stems.Where(stem => stem != StemOf(key))];
            }
        }

        return others.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string StemOf(string word) => Lexicon.Find(word, name: false, TextLanguage.General).Stem;
}
