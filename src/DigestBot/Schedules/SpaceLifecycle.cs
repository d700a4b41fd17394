using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>What becomes of a space when the bot leaves it, comes back, or is asked to forget it.</summary>
internal sealed partial class SpaceLifecycle(
    SpaceLifecycleStore spaces,
    SpaceEraser eraser,
    ScheduleStore schedules,
    ScheduleManager manager,
    IOptions<LimitOptions> limits,
    TimeProvider clock,
    ILogger<SpaceLifecycle> logger)
{
    /// <summary>Spaces erased in one run.</summary>
    private const int MostAtOnce = 20;

    /// <summary>Whoever asked to be forgotten waits no longer for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The bot was removed: nothing is posted there any more from now on, and some time later the content is erased.</summary>
    public async Task LeftAsync(string spaceKey, CancellationToken cancellationToken)
    {
        await spaces.LeftAsync(spaceKey, clock.GetUtcNow() + limits.Value.EraseAfterLeaving, cancellationToken);
        LogLeft(spaceKey);
    }

    /// <summary>The bot is there, perhaps again: what was set up goes on.</summary>
    public Task JoinedAsync(string spaceKey, CancellationToken cancellationToken) => spaces.JoinedAsync(spaceKey, cancellationToken);

    /// <summary>Erases everything that the space has, at once as far as nothing is on its way; the rest follows by itself.</summary>
    /// <returns>True when nothing is left.</returns>
    public async Task<bool> ForgetAsync(Space space, CancellationToken cancellationToken)
    {
        SpaceErasure asked = await spaces.AskAsync(space, cancellationToken);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await EraseAsync(asked, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Goes on with what was asked for or has come of age.</summary>
    public async Task EraseDueAsync(CancellationToken cancellationToken)
    {
        foreach (SpaceErasure erasure in await spaces.DueAsync(MostAtOnce, cancellationToken))
        {
            await EraseAsync(erasure, cancellationToken);
        }
    }

    private async Task<bool> EraseAsync(SpaceErasure erasure, CancellationToken cancellationToken)
    {
        // Its trigger goes with each schedule, so they are removed one by one.
        foreach (Schedule schedule in await schedules.ListAsync(erasure.Space, cancellationToken))
        {
            if (schedule.CreatedAt <= erasure.Until)
            {
                await manager.RemoveAsync(schedule, cancellationToken);
            }
        }

        if (!await eraser.RunAsync(erasure, cancellationToken))
        {
            return false;
        }

        await spaces.ErasedAsync(erasure, cancellationToken);
        LogErased(erasure.Space.Key);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot was removed from {Space}: its schedules stop")]
    private partial void LogLeft(string space);

    [LoggerMessage(Level = LogLevel.Information, Message = "Everything of {Space} was erased")]
    private partial void LogErased(string space);
}
