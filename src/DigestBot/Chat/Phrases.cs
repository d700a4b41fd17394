using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace DigestBot.Chat;

/// <summary>The bot's own sentences in one language; never a sentence of news.</summary>
/// <remarks>
/// Invariant: every member that says something has the name of its resource, in every language.
/// What is filled in comes from outside, so it is made visible, and isolated where the language runs right to left.
/// </remarks>
internal sealed partial class Phrases
{
    private static readonly ResourceManager Resources = new("DigestBot.Chat.Phrases", typeof(Phrases).Assembly);

    private Phrases(string language, CultureInfo culture)
    {
        Language = language;
        Culture = culture;
        RightToLeft = language is "ar";
    }

    /// <summary>The languages that can be spoken here, English first: the others need the system's culture data.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        ["en", .. ((string[])["fr", "ar"]).Where(language => CultureOf(language) is not null)];

    // English needs no culture data: it works where the system has none.
    public static Phrases English { get; } = new("en", CultureInfo.InvariantCulture);

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>For dates and numbers in this language.</summary>
    public CultureInfo Culture { get; }

    public bool RightToLeft { get; }

    /// <summary>Finds the language of a tag such as <c>fr</c> or <c>fr-CA</c>; null or empty means English.</summary>
    /// <returns>Null when there are no sentences in that language.</returns>
    public static Phrases? Find(string? tag)
    {
        string language = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return language switch
        {
            "" or "en" => English,
            "fr" or "ar" => CultureOf(language) is { } culture ? new(language, culture) : null,
            _ => null,
        };
    }

    /// <summary>Names in the order given, with this language's separator.</summary>
    public string List(IEnumerable<string> names) => string.Join(ListSeparator, names.Select(Insert));

    /// <summary>Text from outside as it stands in a sentence of ours.</summary>
    public string Insert(string text)
    {
        string visible = VisibleText.Of(text);
        return Isolate(visible, visible);
    }

    /// <summary>What stands for <paramref name="text"/> in markup, kept apart from its surroundings as the text would be.</summary>
    public string Isolate(string markup, string text) =>
        RightToLeft || Bidi.HasRightToLeft(text) ? Bidi.Isolate(markup) : markup;

    private static CultureInfo? CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private string Say(ReadOnlySpan<Insertion> insertions = default, [CallerMemberName] string key = "")
    {
        string sentence = Resources.GetString(key, Culture)
            ?? throw new MissingManifestResourceException($"Phrases.resx has no {key}.");
        if (insertions.IsEmpty)
        {
            return sentence;
        }

        object[] values = new object[insertions.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = insertions[i].Text is { } text
                ? Insert(text)
                : insertions[i].Number.ToString("N0", Culture);
        }

        return string.Format(Culture, sentence, values);
    }

    /// <summary>What a sentence is filled with: words from outside, or a count.</summary>
    private readonly record struct Insertion(string? Text, long Number)
    {
        public static implicit operator Insertion(string text) => new(text, 0);

        public static implicit operator Insertion(long number) => new(null, number);
    }
}
