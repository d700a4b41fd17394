using System.Collections.Frozen;

namespace DigestBot.Answers;

/// <summary>What people call languages in English, French and Arabic, as <see cref="NarrowingReader"/> folds what they write.</summary>
internal static class LanguageWords
{
    private static readonly (string Code, string Words)[] Known =
    [
        ("en", "english anglais anglaise anglaises انجليزي انجليزيه انكليزي انكليزيه"),
        ("fr", "french francais francaise francaises francophone francophones فرنسي فرنسيه"),
        ("de", "german allemand allemande allemands allemandes germanophone germanophones الماني المانيه"),
        ("es", "spanish espagnol espagnole espagnols espagnoles اسباني اسبانيه"),
        ("it", "italian italien italienne italiens italiennes ايطالي ايطاليه"),
        ("pt", "portuguese portugais portugaise portugaises برتغالي برتغاليه"),
        ("nl", "dutch neerlandais neerlandaise neerlandaises هولندي هولنديه"),
        ("ar", "arabic arabe arabes arabophone arabophones عربي عربيه"),
        ("ru", "russian russe russes روسي روسيه"),
        ("uk", "ukrainian ukrainien ukrainienne ukrainiens ukrainiennes اوكراني اوكرانيه"),
        ("pl", "polish polonais polonaise polonaises بولندي بولنديه"),
        ("tr", "turkish turc turque turcs turques تركي تركيه"),
        ("fa", "persian farsi persan persane persans persanes فارسي فارسيه"),
        ("he", "hebrew hebreu hebraique hebraiques عبري عبريه"),
        ("zh", "chinese chinois chinoise chinoises صيني صينيه"),
        ("ja", "japanese japonais japonaise japonaises ياباني يابانيه"),
        ("ko", "korean coreen coreenne coreens coreennes كوري كوريه"),
        ("hi", "hindi هندي هنديه"),
        ("sv", "swedish suedois suedoise suedoises سويدي سويديه"),
        ("no", "norwegian norvegien norvegienne norvegiens norvegiennes نرويجي نرويجيه"),
        ("da", "danish danois danoise danoises دنماركي دنماركيه"),
        ("fi", "finnish finnois finnoise finnoises فنلندي فنلنديه"),
        ("el", "greek grec grecque grecs grecques يوناني يونانيه"),
        ("cs", "czech tcheque tcheques تشيكي تشيكيه"),
        ("ro", "romanian roumain roumaine roumains roumaines روماني رومانيه"),
        ("hu", "hungarian hongrois hongroise hongroises مجري مجريه"),
        ("id", "indonesian indonesien indonesienne indonesiens indonesiennes اندونيسي اندونيسيه"),
        ("vi", "vietnamese vietnamien vietnamienne vietnamiens vietnamiennes فيتنامي فيتناميه"),
    ];

    private static readonly FrozenDictionary<string, string> Codes = Known
        .SelectMany(language => language.Words.Split(' '), (language, word) => (word, language.Code))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Code, StringComparer.Ordinal);

    /// <summary>Every language that is known by a name, by its code.</summary>
    public static IReadOnlyList<string> AllCodes { get; } = [.. Known.Select(language => language.Code)];

    /// <summary>Null for what is no name of a language.</summary>
    public static string? CodeOf(string word) => Codes.GetValueOrDefault(word);
}
