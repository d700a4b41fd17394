using System.Globalization;
using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>A token with its times. Its text is never printed.</summary>
internal sealed record BotToken(string Value, DateTimeOffset Since, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan LongestAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    /// <summary>Reads the login service's answer; null where it has no token in it.</summary>
    public static BotToken? Read(JsonElement answer, DateTimeOffset now) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("access_token", out JsonElement token) && token.ValueKind == JsonValueKind.String
        && token.GetString() is { Length: > 0 } value && Lifetime(answer) is { } lifetime
            ? new BotToken(
                value,
                now,
                RefreshAt: now + lifetime - Least(LongestAhead, lifetime / 2),
                ExpiresAt: now + lifetime - Least(LongestMargin, lifetime / 10))
            : null;

    public override string ToString() => $"A token good until {ExpiresAt:O}";

    // The service writes the seconds as a number or as a string.
    private static TimeSpan? Lifetime(JsonElement answer) =>
        answer.TryGetProperty("expires_in", out JsonElement seconds)
        && double.TryParse(seconds.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double read)
        && read is > 0 and <= 7 * 24 * 3600
            ? TimeSpan.FromSeconds(read)
            : null;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
