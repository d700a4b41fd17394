namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>The machine's clock, which can be made to show one instant for a while.</summary>
internal sealed class HeldClock : TimeProvider
{
    private DateTimeOffset? _shown;

    public override DateTimeOffset GetUtcNow() => _shown ?? System.GetUtcNow();

    /// <summary>Shows this instant until the hold is disposed of.</summary>
    public IDisposable HoldAt(DateTimeOffset instant)
    {
        _shown = instant;
        return new Hold(this);
    }

    private sealed class Hold(HeldClock clock) : IDisposable
    {
        public void Dispose() => clock._shown = null;
    }
}
