using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A framed block in a message: title, text, fields, footer.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096 characters of markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Where the title leads. Discord shows only the first of several embeds with one address.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The bar at its side, as 0xRRGGBB.</summary>
    public uint? Color { get; init; }

    public EmbedAuthor? Author { get; init; }

    public EmbedFooter? Footer { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    /// <summary>Characters that count against the 6000 of a message.</summary>
    [JsonIgnore]
    public int Length => (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Author?.Name.Length ?? 0) + (Footer?.Text.Length ?? 0)
        + (Fields?.Sum(each => each.Name.Length + each.Value.Length) ?? 0);
}
