using System.Globalization;
using System.Text;
using DigestBot.Ingest;

namespace DigestBot.Benchmarks;

/// <summary>News that never happened: deterministic, of realistic length, with the statistics that an index cares about.</summary>
/// <remarks>
/// Words follow Zipf's law over an invented vocabulary. A day has some hundred events; each is told by one to a dozen
/// outlets that share its names and rare words. Article n is the same on every run and every machine.
/// </remarks>
internal sealed class SyntheticNews
{
    public const int ArticlesPerDay = 2000;

    private const int Outlets = 60;
    private const int Places = 400;
    private const int Vocabulary = 40_000;
    private const int SentencesPerArticle = 18;
    private const int EventSize = 5;

    private static readonly string[] Connecting =
        ["the", "of", "to", "in", "and", "a", "that", "for", "on", "was", "with", "said", "by", "from", "at", "after", "were", "had"];

    private static readonly string[] Syllables =
        ["ba", "ke", "ro", "ti", "mu", "lan", "der", "sin", "vor", "pel", "ga", "chi", "nor", "es", "tal", "qui", "fra", "dom", "wes", "hul"];

    private readonly DateTimeOffset _newest;
    private readonly int _count;

    public SyntheticNews(int count, DateTimeOffset newest)
    {
        _count = count;
        _newest = newest;
    }

    public IEnumerable<IncomingArticle> Articles()
    {
        for (int n = 0; n < _count; n++)
        {
            yield return Article(n);
        }
    }

    /// <summary>A name that many articles are about; low numbers are the most frequent.</summary>
    public static string Place(int number) => Capital(Word(Vocabulary + number));

    public static string Question(int n)
    {
        ulong state = Seed(Event(n), 1);
        string place = PlaceOf(n);
        return $"How many {Word(Rare(ref state))} did the {Word(Rare(ref state))} of {place} report?";
    }

    public static string PlaceOf(int n)
    {
        ulong state = Seed(Event(n), 2);
        return Place(Zipf(ref state, Places));
    }

    private static int Event(int n) => n / EventSize;

    private IncomingArticle Article(int n)
    {
        ulong state = Seed(n, 3);
        ulong facts = Seed(Event(n), 1);
        string first = Word(Rare(ref facts));
        string second = Word(Rare(ref facts));
        string place = PlaceOf(n);
        string outlet = $"Outlet {n * 7 % Outlets}";
        TimeSpan age = TimeSpan.FromDays((double)(_count - 1 - n) / ArticlesPerDay);
        return new IncomingArticle
        {
            Url = string.Create(CultureInfo.InvariantCulture, $"https://outlet{n * 7 % Outlets}.example/{n}"),
            Title = $"{place}: {first} and {second} {Word(Zipf(ref state, Vocabulary))} {Word(Zipf(ref state, Vocabulary))}",
            Text = Text(ref state, place, first, second, Event(n)),
            Published = _newest - age,
            Source = outlet,
            Language = "en",
        };
    }

    private static string Text(ref ulong state, string place, string first, string second, int number)
    {
        var text = new StringBuilder(3500);
        text.Append(CultureInfo.InvariantCulture, $"The {second} of {place} reported {100 + (number % 900)} {first} on Monday, officials said. ");
        for (int sentence = 1; sentence < SentencesPerArticle; sentence++)
        {
            text.Append(Capital(Word(Zipf(ref state, Vocabulary))));
            int words = 14 + (int)(Next(ref state) % 12);
            for (int word = 1; word < words; word++)
            {
                text.Append(' ').Append(NextWord(ref state, place, first, second));
            }

            text.Append(sentence % 4 == 3 ? ".\n\n" : ". ");
        }

        return text.ToString();
    }

    private static string NextWord(ref ulong state, string place, string first, string second) => (Next(ref state) % 100) switch
    {
        < 42 => Connecting[(int)(Next(ref state) % (ulong)Connecting.Length)],
        < 45 => place,
        < 48 => first,
        < 50 => second,
        _ => Word(Zipf(ref state, Vocabulary)),
    };

    private static int Rare(ref ulong state) => 4000 + (int)(Next(ref state) % 30_000);

    // The inverse of Zipf's distribution function, near enough: rank = size ^ uniform.
    private static int Zipf(ref ulong state, int size) => (int)Math.Pow(size, Next(ref state) / (double)ulong.MaxValue) - 1;

    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (int rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static ulong Seed(int n, ulong purpose) => ((ulong)n * 0x9E37_79B9_7F4A_7C15) ^ (purpose * 0xD1B5_4A32_D192_ED03);

    // SplitMix64 (Steele, Lea and Flood, 2014): the same everywhere, unlike System.Random across versions.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E37_79B9_7F4A_7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
