namespace DigestBot.Discord;

/// <summary>A tag that posts of a forum may carry.</summary>
public sealed record ForumTag
{
    public ulong Id { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Only those who may manage threads can apply it.</summary>
    public bool Moderated { get; init; }
}
