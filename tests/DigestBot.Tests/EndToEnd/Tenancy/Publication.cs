using CsCheck;
using DigestBot.Ingest;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>One article and where it is stored, made at random from few words, so that articles match and group.</summary>
internal sealed record Publication(Owner Owner, IncomingArticle Article)
{
    public static readonly IReadOnlyList<string> Topics = ["parliament", "flood", "strike", "airport", "election"];

    private static readonly string[] Words =
    [
        .. Topics, "minister", "harbour", "vote", "river", "workers", "government", "police", "bridge", "budget", "court",
        "Baghdad", "Vesterby", "Jakarta", "Solberg", "Aaberg", "thousands", "12", "170", "said", "on Sunday", "was closed", "agreed",
    ];

    private static readonly string[] Forms =
        ["How many", "Where was the", "Who said that", "When did", "And the", "What about", "Why", "Zanzibar and", "And how many", "What happened in the", "Tell me about"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Sentence =
        from words in Word.Array[5, 12]
        select $"The {string.Join(' ', words)}.";

    private static readonly DateTimeOffset Newest = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Any: some addresses occur in several sources and several times in one, with other texts.</summary>
    public static Gen<Publication> Any { get; } =
        from owner in Gen.Enum<Owner>()
        from address in Gen.Int[0, 11]
        from hours in Gen.Frequency((3, Gen.Const(address * 6)), (1, Gen.Int[0, 80])) // a wire's article has one date everywhere
        from title in Word.Array[3, 6]
        from sentences in Sentence.Array[1, 5]
        select new Publication(owner, new IncomingArticle
        {
            Url = $"https://news.example/{address}",
            Title = $"{string.Join(' ', title)}{Mark(owner)}",
            Text = $"{string.Join(' ', sentences)}{Mark(owner)}",
            Published = Newest.AddHours(-hours),
        });

    /// <summary>Questions of the same words and of some that no article has.</summary>
    public static Gen<string> AnyQuestion { get; } =
        from form in Gen.Int[0, Forms.Length - 1].Select(i => Forms[i])
        from words in Word.Array[0, 4]
        select $"{form} {string.Join(' ', words)}?";

    /// <summary>Stands in every title and text of space B, and nowhere else.</summary>
    public const string SecretOfB = "Xyzzyville";

    private static string Mark(Owner owner) => owner == Owner.B ? $" {SecretOfB} knows." : "";
}
