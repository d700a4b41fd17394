using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A clock that can be set wrong: what it shows changes, the time that passes does not.</summary>
internal sealed class SettableClock() : FakeTimeProvider(TestBot.Begin)
{
    private TimeSpan _wrongBy;

    public DateTimeOffset Truth => base.GetUtcNow();

    public void SetBy(TimeSpan jump) => _wrongBy += jump;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _wrongBy;

    public override long GetTimestamp() => Truth.UtcTicks;
}
