using System.Text.Json.Serialization;

namespace DigestBot.Store;

/// <summary>Everything that is kept of a person in one space.</summary>
internal sealed record Holdings(
    Person Settings,
    IReadOnlyList<HeldConversation> Conversations,
    IReadOnlyList<HeldOpinion> Opinions,
    IReadOnlyList<HeldSchedule> Schedules)
{
    /// <summary>What they follow, wherever they asked for it.</summary>
    public IReadOnlyList<HeldFollow> Follows { get; init; } = [];

    /// <summary>When nothing is sent to them directly; null for never.</summary>
    public HeldQuiet? Quiet { get; init; }
}

/// <summary>What somebody asked in private.</summary>
internal sealed record HeldConversation(string Channel, string? DigestId, IReadOnlyList<string> Questions, DateTimeOffset ExpiresAt);

/// <summary>What somebody thought of a message.</summary>
internal sealed record HeldOpinion(string Message, bool Likes, DateTimeOffset GivenAt);

/// <summary>A schedule that somebody set up; it is the space's.</summary>
internal sealed record HeldSchedule(string Name, DateTimeOffset CreatedAt);

/// <summary>A topic or a story that somebody has brought to them.</summary>
internal sealed record HeldFollow(string Topic, IReadOnlyList<string> At, string Timezone, DateTimeOffset CreatedAt)
{
    /// <summary>Its schedule.</summary>
    [JsonIgnore]
    public long ScheduleId { get; init; }

    /// <summary>The story, by the id that it had when they followed it; null for a topic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>A headline of the story, where whoever looks may see one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Headline { get; init; }
}

/// <summary>Hours of the day, and the zone in which they are read.</summary>
internal sealed record HeldQuiet(string From, string To, string Timezone);
