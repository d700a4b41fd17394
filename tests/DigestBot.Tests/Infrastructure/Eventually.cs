namespace DigestBot.Tests.Infrastructure;

/// <summary>Waits for what another process or thread brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // Only what never comes takes so long, on the busiest machine too.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Asks again and again until the answer is yes; fails the test when it never is.</summary>
    public static async Task TrueAsync(Func<Task<bool>> ask, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await ask())
        {
            Assert.False(patience.IsCancellationRequested, $"This never came true: {what}.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
