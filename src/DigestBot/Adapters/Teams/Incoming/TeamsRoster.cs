using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>What part people play in a team or a chat, and which channels a team has; asked of Teams and kept for a while.</summary>
internal sealed partial class TeamsRoster(TimeProvider clock, ILogger<TeamsRoster> logger)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RecentAnswers<string, string> _roles = new(MostKept, Kept, clock);
    private readonly RecentAnswers<string, IReadOnlyList<ChannelInfo>> _channels = new(MostKept, Kept, clock);

    /// <summary>"owner", "user", "guest" and so on, as Teams calls it; null where it does not say.</summary>
    public async Task<string?> RoleAsync(ITurnContext turn, string person, CancellationToken cancellationToken)
    {
        string key = $"{TeamsKeys.Space(turn.Activity)} {person}";
        if (_roles.TryGet(key, out string? known))
        {
            return known;
        }

        TeamsChannelAccount? member = await AskAsync(token => TeamsInfo.GetMemberAsync(turn, person, token), cancellationToken);
        if (member?.UserRole is { Length: > 0 } role)
        {
            _roles.Set(key, role);
            return role;
        }

        return null;
    }

    /// <summary>The channels of the team; none in chats, and where Teams does not say.</summary>
    public async Task<IReadOnlyList<ChannelInfo>> ChannelsAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (TeamsKeys.TeamOf(turn.Activity) is not { } team)
        {
            return [];
        }

        if (_channels.TryGet(team, out IReadOnlyList<ChannelInfo>? known))
        {
            return known;
        }

        IReadOnlyList<ChannelInfo>? channels = await AskAsync(token => TeamsInfo.GetTeamChannelsAsync(turn, team, token), cancellationToken);
        if (channels is not null)
        {
            _channels.Set(team, channels);
        }

        return channels ?? [];
    }

    // Whoever asked waits for an answer, and gets one without this if need be.
    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception exception) when (Posting.TeamsOutcome.IsAnswer(exception))
        {
            LogUnknown(exception.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnknown("no answer in time");
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Teams does not say who is who: {Problem}")]
    private partial void LogUnknown(string problem);
}
