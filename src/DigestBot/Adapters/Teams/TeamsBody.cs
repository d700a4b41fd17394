using System.Text.Json;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>The stored form of a part: equal for equal parts, so nothing of one sending stands in it.</summary>
internal static class TeamsBody
{
    public static string Write(Activity part) => JsonSerializer.Serialize(part, TeamsJson.Options);

    public static Activity Read(string body) =>
        JsonSerializer.Deserialize<Activity>(body, TeamsJson.Options) ?? throw new JsonException("A post for Teams is empty.");
}
