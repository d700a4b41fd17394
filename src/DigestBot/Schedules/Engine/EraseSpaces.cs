namespace DigestBot.Schedules.Engine;

/// <summary>Erases the spaces whose time has come, and finishes what was interrupted.</summary>
internal sealed class EraseSpaces(SpaceLifecycle lifecycle) : IChore
{
    public string Name => "erase-spaces";

    public TimeSpan? Interval => TimeSpan.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken) => lifecycle.EraseDueAsync(cancellationToken);
}
