namespace DigestBot.Discord;

/// <summary>How many sessions may still be started. Discord resets the bot's token when it is overrun.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; }

    public int Remaining { get; init; }

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>Sessions that may be started in the same five seconds.</summary>
    public int MaxConcurrency { get; init => field = Math.Max(1, value); } = 1;
}
