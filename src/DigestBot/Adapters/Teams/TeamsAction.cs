using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Adapters.Teams;

/// <summary>What a button of ours asks for, carried by the button itself.</summary>
/// <remarks>
/// Nothing is remembered about a button, so one of last year still works after any number of restarts. Beside it stand the
/// values of the card's inputs, by their ids.
/// </remarks>
/// <param name="Verb">One of the constants below.</param>
internal sealed record TeamsAction(string Verb)
{
    /// <summary>Show another page of the same digest.</summary>
    public const string Page = "page";

    /// <summary>Show every quote of a part with its place in the stored text.</summary>
    public const string Sources = "sources";

    /// <summary>Follow the digest's topic.</summary>
    public const string Follow = "follow";

    /// <summary>Follow one story, in the digest or of no digest.</summary>
    public const string FollowStory = "followstory";

    /// <summary>End the follow that brought the digest, or the one that is named.</summary>
    public const string Unfollow = "unfollow";

    /// <summary>Keep what somebody thinks of a story of the digest.</summary>
    public const string Rate = "rate";

    /// <summary>Answer the question that was typed.</summary>
    public const string Ask = "ask";

    /// <summary>Show the form of a command's action.</summary>
    public const string Form = "form";

    /// <summary>Run a command with what was typed.</summary>
    public const string Run = "run";

    /// <summary>The property that holds it; no parameter of a command has a name like this.</summary>
    private const string Key = "digestbot";

    private const int Version = 1;
    private const int LongestWord = 80;
    private const int LongestInput = 2_000;
    private const int MostInputs = 30;

    private static readonly string[] Verbs = [Page, Sources, Follow, FollowStory, Unfollow, Rate, Ask, Form, Run];

    /// <summary>The digest that it belongs to; null on what belongs to none.</summary>
    public string? DigestId { get; init; }

    /// <summary>The quotes of the part that carries it; null for all.</summary>
    public PartMark? Part { get; init; }

    /// <summary>Which page is asked for, from 1.</summary>
    public int Number { get; init; } = 1;

    public string? Command { get; init; }

    /// <summary>What a command is to do, or what somebody thinks.</summary>
    public string? Action { get; init; }

    /// <summary>Which of several the action is about, such as a schedule or a story.</summary>
    public string? Which { get; init; }

    /// <returns>Null for what is not ours, of another version, or broken.</returns>
    public static TeamsAction? Read(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty(Key, out JsonElement own)
            || own.ValueKind != JsonValueKind.Object
            || !own.TryGetProperty("v", out JsonElement version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out int written) || written != Version
            || Word(own, "do") is not { } verb || !Verbs.Contains(verb))
        {
            return null;
        }

        return new(verb)
        {
            DigestId = Word(own, "digest"),
            Part = PartMark.Parse(Word(own, "part")),
            Number = int.TryParse(Word(own, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : 1,
            Command = Word(own, "command"),
            Action = Word(own, "action"),
            Which = Word(own, "which"),
        };
    }

    /// <summary>What was typed into the card, by the ids of its inputs; what is empty is left out.</summary>
    public static IReadOnlyDictionary<string, string> Inputs(JsonElement? data)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data is not { ValueKind: JsonValueKind.Object } given)
        {
            return inputs;
        }

        foreach (JsonProperty input in given.EnumerateObject().Where(input => input.Name != Key).Take(MostInputs))
        {
            if (input.Value is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value
                && value.ToString().Trim() is { Length: > 0 and <= LongestInput } text)
            {
                inputs[input.Name] = text;
            }
        }

        return inputs;
    }

    /// <summary>As a button carries it.</summary>
    public JsonObject Data()
    {
        var own = new JsonObject { ["v"] = Version, ["do"] = Verb };
        foreach ((string name, string? value) in (ReadOnlySpan<(string, string?)>)
        [
            ("digest", DigestId),
            ("part", Part?.ToString()),
            ("page", Number == 1 ? null : Number.ToString(CultureInfo.InvariantCulture)),
            ("command", Command),
            ("action", Action),
            ("which", Which),
        ])
        {
            if (value is not null)
            {
                own[name] = value;
            }
        }

        return new JsonObject { [Key] = own };
    }

    private static string? Word(JsonElement own, string name) =>
        own.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= LongestWord } text ? text : null;
}
