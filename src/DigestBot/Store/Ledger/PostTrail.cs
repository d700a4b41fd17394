using System.Text.Json;

namespace DigestBot.Store.Ledger;

/// <summary>What happened to a message, as stored: the newest entries, each cut to a line.</summary>
internal static class PostTrail
{
    public const string Empty = "[]";

    private const int MostEntries = 20;
    private const int LongestNote = 300;

    public static string With(string trail, DateTimeOffset at, string note)
    {
        string line = note.ReplaceLineEndings(" ");
        var entry = new TrailEntry(at, line.Length <= LongestNote ? line : $"{line[..LongestNote]}…");
        return JsonSerializer.Serialize(Read(trail).Append(entry).TakeLast(MostEntries));
    }

    public static TrailEntry[] Read(string trail) => JsonSerializer.Deserialize<TrailEntry[]>(trail) ?? [];
}
