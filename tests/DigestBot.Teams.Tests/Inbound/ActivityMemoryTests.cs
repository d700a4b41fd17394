using DigestBot.Teams.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>What came before is known, as long as there is room.</summary>
public sealed class ActivityMemoryTests
{
    private readonly ActivityMemory _memory = new(Options.Create(GivenOptions.Default with { RememberedActivities = 100 }));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_is_new_once_in_each_conversation()
    {
        Assert.True(await _memory.TryAddAsync("a", "1", Cancel));
        Assert.True(await _memory.TryAddAsync("b", "1", Cancel));
        Assert.False(await _memory.TryAddAsync("a", "1", Cancel));
    }

    [Fact]
    public async Task The_oldest_make_room()
    {
        for (int number = 0; number < 101; number++)
        {
            Assert.True(await _memory.TryAddAsync("a", $"{number}", Cancel));
        }

        Assert.False(await _memory.TryAddAsync("a", "1", Cancel));
        Assert.False(await _memory.TryAddAsync("a", "100", Cancel));
        Assert.True(await _memory.TryAddAsync("a", "0", Cancel));
    }

    [Fact]
    public async Task What_is_forgotten_is_new_again_and_takes_no_room()
    {
        for (int number = 0; number < 1_000; number++)
        {
            Assert.True(await _memory.TryAddAsync("a", "again", Cancel));
            await _memory.ForgetAsync("a", "again", Cancel);
            await _memory.ForgetAsync("a", "never there", Cancel);
        }

        Assert.True(await _memory.TryAddAsync("a", "first", Cancel));
        for (int number = 0; number < 99; number++)
        {
            await _memory.TryAddAsync("a", $"{number}", Cancel);
        }

        Assert.False(await _memory.TryAddAsync("a", "first", Cancel));
    }
}
