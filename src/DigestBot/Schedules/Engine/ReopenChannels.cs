using DigestBot.Delivery;

namespace DigestBot.Schedules.Engine;

/// <summary>Looks whether parked channels can be posted to again.</summary>
internal sealed class ReopenChannels(ChannelHealing healing) : IChore
{
    public string Name => "reopen-channels";

    public TimeSpan? Interval => TimeSpan.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken) => healing.RunAsync(cancellationToken);
}
