using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Schedules.Infrastructure;

/// <summary>Waits for what is due at the moment to which the clock was just set.</summary>
internal static class Moment
{
    private const int Often = 50;

    /// <remarks>
    /// A scheduler that read the clock just before it was set, and begins to wait just after, waits for too long. So a second
    /// passes now and then, as on any clock.
    /// </remarks>
    public static Task BringsAsync(FakeTimeProvider clock, Func<Task<bool>> ask, string what)
    {
        int asked = 0;
        return Eventually.TrueAsync(
            () =>
            {
                clock.Advance(++asked % Often == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
                return ask();
            },
            what);
    }
}
