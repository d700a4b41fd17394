using DigestBot.Commands.Suggestions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Commands.Suggestions;

/// <summary>What is kept in memory so that nobody waits for it.</summary>
public sealed class RefreshingCacheTests
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Old_values_are_served_while_new_ones_are_read()
    {
        var cache = new RefreshingCache<string>(10, Age, _clock);
        Assert.Equal("first", await cache.FindAsync("a", () => Task.FromResult("first"), Patience));
        var slow = new TaskCompletionSource<string>();
        _clock.Advance(Age);

        Assert.Equal("first", await cache.FindAsync("a", () => slow.Task, Patience));
        slow.SetResult("second");

        await EventuallyAsync(async () => await cache.FindAsync("a", () => slow.Task, Patience) == "second");
    }

    [Fact]
    public async Task While_it_is_young_it_is_read_once_however_many_ask()
    {
        var cache = new RefreshingCache<string>(10, Age, _clock);
        int reads = 0;
        Task<string> ReadAsync() => Task.FromResult($"{Interlocked.Increment(ref reads)}");

        string?[] found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.FindAsync("a", ReadAsync, Patience)));

        Assert.All(found, value => Assert.Equal("1", value));
    }

    [Fact]
    public async Task Whoever_is_first_waits_only_shortly()
    {
        var cache = new RefreshingCache<string>(10, Age, _clock);
        var never = new TaskCompletionSource<string>();

        Task<string?> asked = cache.FindAsync("a", () => never.Task, Patience);
        Assert.False(asked.IsCompleted);
        _clock.Advance(Patience);

        Assert.Null(await asked);
    }

    [Fact]
    public async Task A_store_that_is_away_costs_nothing_but_the_suggestions()
    {
        var cache = new RefreshingCache<string>(10, Age, _clock);
        Assert.Null(await cache.FindAsync("a", () => Task.FromException<string>(new IOException("away")), Patience));
        Assert.Null(await cache.FindAsync("a", () => Task.FromResult("back"), Patience));
        _clock.Advance(Age);

        Assert.Equal("back", await cache.FindAsync("a", () => Task.FromResult("back"), Patience));
    }

    [Fact]
    public async Task It_holds_no_more_than_it_may()
    {
        var cache = new RefreshingCache<string>(3, Age, _clock);
        for (int i = 0; i < 50; i++)
        {
            await cache.FindAsync($"{i % 7}", () => Task.FromResult("x"), Patience);
        }

        Assert.Equal(3, cache.Count);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Yield();
        }
    }
}
