namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>A bound on waiting for what should happen at once, so that a fault fails the test and does not hang it.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task SoonAsync(this Task task) => task.WaitAsync(Patience);

    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Patience);
}
