namespace DigestBot.Store;

/// <summary>Everything that is kept of a person in one space.</summary>
internal sealed record Holdings(
    Person Settings,
    IReadOnlyList<HeldConversation> Conversations,
    IReadOnlyList<HeldOpinion> Opinions,
    IReadOnlyList<HeldSchedule> Schedules);

/// <summary>What somebody asked in private.</summary>
internal sealed record HeldConversation(string Channel, string? DigestId, IReadOnlyList<string> Questions, DateTimeOffset ExpiresAt);

/// <summary>What somebody thought of a message.</summary>
internal sealed record HeldOpinion(string Message, bool Likes, DateTimeOffset GivenAt);

/// <summary>A schedule that somebody set up; it is the space's.</summary>
internal sealed record HeldSchedule(string Name, DateTimeOffset CreatedAt);
