using System.Text.RegularExpressions;

namespace DigestBot.Answers;

/// <summary>Reads "in German sources", "only from Reuters" and the like, at the end or the beginning of a question or alone.</summary>
internal static class NarrowingReader
{
    private const int LongestOutlet = 60;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const string Gap = @"[\s,;:،—–-]+";
    private const string Lead = @"(?:(?:and|but|what about|how about|et|mais|و)[\s,]+)*";
    private const string Only = "(?:only|just|seulement|uniquement|فقط)";
    private const string Papers = "(?:sources?|papers?|newspapers?|media|outlets?|articles?|press|news|reports?|ones)";
    private const string Journaux = "(?:sources?|presse|medias?|journaux|articles?)";
    private const string Suhuf = "(?:ال)?(?:مصادر|صحافه|صحف|اعلام|وسائل الاعلام|مقالات)";

    private const string Named = @"(?<lang>\w+)";

    private static readonly string[] Full =
    [
        $@"(?:{Only}\s+)?(?:in|from|by)\s+(?:the\s+)?{Named}(?:[\s-]language)?\s+{Papers}(?:\s+{Only})?",
        $@"(?:{Only}\s+)?(?:(?:dans|de|selon)\s+)?(?:les|la|des)\s+{Journaux}\s+(?:en\s+)?{Named}(?:\s+{Only})?",
        $@"(?:{Only}\s+)?و?في\s+{Suhuf}\s+(?:ال)?{Named}(?:\s+{Only})?",
    ];

    private static readonly string[] Bare =
    [
        $@"(?:{Only}\s+)?(?:in|en)\s+{Named}(?:\s+{Only})?",
        $@"(?:{Only}\s+)?و?(?:بال|باللغه\s+ال){Named}(?:\s+{Only})?",
    ];

    // Bare words at the beginning need a comma: "In French Guiana who won?" says nothing of that.
    private static readonly Regex[] Languages =
    [
        .. Full.Concat(Bare).Select(said => new Regex($"^{Lead}{said}$", Options)),
        .. Full.Concat(Bare).Select(said => new Regex($"^(?<rest>.+?){Gap}{Lead}{said}$", Options)),
        .. Full.Concat(Bare).Select(said => new Regex($@"^{Lead}{said}\s*[,:;،]\s*(?<rest>.+)$", Options)),
        .. Full.Select(said => new Regex($@"^{Lead}{said}\s+(?<rest>.+)$", Options)),
    ];

    private const string From = "(?:(?<from>from|by|chez|par|من)|in|de|du|dans|في)";
    private const string Outlet = @"(?<outlet>[^,;:]+)";
    private const string ShortOutlet = @"(?<outlet>[^\s,;:]+(?:\s+[^\s,;:]+){0,2})";

    private static readonly Regex[] OnlyOutlets =
    [
        new($@"^{Lead}{Only}\s+{From}\s+{Outlet}$", Options),
        new($@"^{Lead}{From}\s+{Outlet}\s+{Only}$", Options),
        new($@"^{Lead}{Only}\s+{From}\s+{Outlet}[,:;،]\s*(?<rest>.+)$", Options),
        new($@"^(?<rest>.+?){Gap}{Lead}{Only}\s+{From}\s+{Outlet}$", Options),
        new($@"^(?<rest>.+){Gap}{From}\s+{Outlet}\s+{Only}$", Options),
    ];

    private static readonly Regex[] SomeOutlets =
    [
        new($@"^{Lead}{From}\s+{ShortOutlet}$", Options),
        new($@"^(?<rest>.+){Gap}(?:from|chez)\s+{ShortOutlet}$", Options),
    ];

    /// <summary>Null where the text says nothing about that.</summary>
    public static Narrowing? Read(string text)
    {
        string said = text.Trim();
        string asked = said.TrimEnd('?', '!', '.', '؟', '…', ' ');
        string end = said[asked.Length..].Trim();
        string? language = null;
        if (Match(Languages, asked) is { } named)
        {
            language = LanguageWords.CodeOf(named.Groups["lang"].Value);
            asked = RestOf(named, asked);
        }

        Match? only = Match(OnlyOutlets, asked);
        Match? outlet = only ?? Match(SomeOutlets, asked);
        string? name = outlet is null ? null : asked.Substring(outlet.Groups["outlet"].Index, outlet.Groups["outlet"].Length).Trim();
        if (name is null or { Length: > LongestOutlet })
        {
            return language is null ? null : new(Ask(asked, end), language, null, false);
        }

        return new(Ask(RestOf(outlet!, asked), end), language, name, only is not null)
        {
            Whole = Ask(asked, end),
            IsOnlyFrom = only?.Groups["from"].Success is true,
            IsFrom = outlet!.Groups["from"].Success,
        };
    }

    private static Match? Match(Regex[] expressions, string text)
    {
        string folded = Fold(text);
        return expressions
            .Select(expression => expression.Match(folded))
            .FirstOrDefault(match => match.Success && (match.Groups["lang"] is not { Success: true } word || LanguageWords.CodeOf(word.Value) is not null));
    }

    private static string RestOf(Match match, string text) => match.Groups["rest"] is { Success: true } rest
        ? text.Substring(rest.Index, rest.Length).Trim().TrimEnd(',', ';', ':', '،')
        : "";

    private static string Ask(string rest, string end) => rest.Length == 0 ? "" : $"{rest}{end}";

    // One character for one, so that places in what comes out are places in what went in.
    private static string Fold(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (int i = 0; i < from.Length; i++)
        {
            char letter = char.ToLowerInvariant(from[i]);
            folded[i] = letter switch
            {
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'à' or 'â' => 'a',
                'î' or 'ï' => 'i',
                'ô' => 'o',
                'û' or 'ù' => 'u',
                'ç' => 'c',
                'أ' or 'إ' or 'آ' => 'ا',
                'ة' => 'ه',
                '’' => '\'',
                _ => letter,
            };
        }
    });
}
