namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>How much time is left to answer an interaction, counted from its arrival: what clocks show does not matter.</summary>
/// <param name="ArrivedAt">By <see cref="TimeProvider.GetTimestamp"/> of <paramref name="Clock"/>.</param>
/// <param name="Clock">Of this machine.</param>
internal readonly record struct InteractionLife(long ArrivedAt, TimeProvider Clock)
{
    // Discord counts from before the arrival, and a request takes its time: a little is kept back.
    private static readonly TimeSpan ForFirst = TimeSpan.FromSeconds(2.9);
    private static readonly TimeSpan ForAll = TimeSpan.FromMinutes(14.5);

    /// <summary>From then on an interaction is kept open by a deferral, which leaves as much time again for its delivery.</summary>
    private static readonly TimeSpan UntilDeferral = TimeSpan.FromSeconds(1.5);

    /// <summary>Where nothing can be deferred, this is as long as an answer may take.</summary>
    private static readonly TimeSpan UntilExcuse = TimeSpan.FromSeconds(2.3);

    public TimeSpan Elapsed => Clock.GetElapsedTime(ArrivedAt);

    /// <summary>Until the first response must have arrived; zero when it is too late.</summary>
    public TimeSpan First => Left(ForFirst);

    /// <summary>Until anything can be said at all; zero when it is too late.</summary>
    public TimeSpan All => Left(ForAll);

    /// <summary>How long to wait for an answer before something else is said.</summary>
    public TimeSpan Patience(Deferral deferral) => Left(deferral == Deferral.Never ? UntilExcuse : UntilDeferral);

    private TimeSpan Left(TimeSpan whole) => whole > Elapsed ? whole - Elapsed : TimeSpan.Zero;
}
