using System.Text.Json;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord;

/// <summary>The stored form of a part: equal for equal parts, so nothing of one sending stands in it.</summary>
internal static class DiscordBody
{
    public static string Write(MessageProperties part) => JsonSerializer.Serialize(part, DiscordJson.Default.MessageProperties);

    /// <summary>The part as it is sent under <paramref name="nonce"/>, which its buttons carry, so that it is found again.</summary>
    public static MessageProperties Read(string body, string nonce)
    {
        MessageProperties part = JsonSerializer.Deserialize(body, DiscordJson.Default.MessageProperties)
            ?? throw new JsonException("A post for Discord is empty.");
        return part with { Nonce = nonce, Components = part.Components is { } rows ? [.. rows.Select(row => Mark(row, nonce))] : null };
    }

    private static MessageComponent Mark(MessageComponent component, string nonce) => component with
    {
        CustomId = DiscordCustomId.Parse(component.CustomId) is { } id ? (id with { Nonce = nonce }).ToString() : component.CustomId,
        Components = component.Components is { } inner ? [.. inner.Select(child => Mark(child, nonce))] : null,
    };
}
