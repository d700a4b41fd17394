namespace DigestBot.Discord;

/// <summary>The active threads of a server.</summary>
public sealed record ThreadList
{
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];
}
