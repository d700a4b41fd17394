namespace DigestBot.Schedules.Engine;

/// <summary>Opens what is due; every schedule's alarm wakes it.</summary>
internal sealed class OpenSlots(SlotOpener opener) : IChore
{
    public const string ChoreName = "open-slots";

    public string Name => ChoreName;

    public TimeSpan? Interval => null;

    public Task RunAsync(CancellationToken cancellationToken) => opener.OpenDueAsync(cancellationToken);
}
