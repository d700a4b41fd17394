using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Store;

namespace DigestBot.Commands.People;

/// <summary>Everything that is kept of a person in a space, as a document that they may take elsewhere.</summary>
internal sealed record PersonDocument(
    string Space,
    string Person,
    DateTimeOffset Exported,
    string? Timezone,
    string? Language,
    DateTimeOffset? CaughtUp,
    IReadOnlyList<HeldConversation> Conversations,
    IReadOnlyList<HeldOpinion> Opinions,
    IReadOnlyList<HeldSchedule> Schedules,
    IReadOnlyList<HeldFollow> Follows,
    HeldQuiet? QuietHours)
{
    public static string Write(string space, string person, DateTimeOffset now, Holdings held) => JsonSerializer.Serialize(
        new PersonDocument(
            space,
            person,
            now,
            held.Settings.TimeZone,
            held.Settings.Language,
            held.Settings.CaughtUpAt,
            held.Conversations,
            held.Opinions,
            held.Schedules,
            held.Follows,
            held.Quiet),
        PersonJson.Indented.PersonDocument);
}

/// <summary>How it is written: letters of every script as they are, since it is read by people.</summary>
[JsonSerializable(typeof(PersonDocument))]
internal sealed partial class PersonJson : JsonSerializerContext
{
    public static PersonJson Indented { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
