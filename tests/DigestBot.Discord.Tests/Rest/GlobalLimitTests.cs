using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>The limit over all routes.</summary>
public sealed class GlobalLimitTests : IDisposable
{
    private readonly TestClient _bot = new(config => config with { GlobalRequestsPerSecond = 3 });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task In_no_second_more_is_sent_than_allowed()
    {
        await _bot.PassUntilAsync(Task.WhenAll(from id in Enumerable.Range(1, 20) select _bot.Rest.GetChannelAsync((ulong)id, Cancel)));

        DateTimeOffset[] sent = [.. _bot.Discord.Seen.Select(seen => seen.At).Order()];
        Assert.Equal(20, sent.Length);
        Assert.All(sent.Zip(sent.Skip(3)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Interactions_are_answered_outside_it()
    {
        _bot.Discord.Otherwise = (_, _) => Task.FromResult(Answers.Ok("{}"));
        Task[] reads = [.. from id in Enumerable.Range(1, 4) select _bot.Rest.GetChannelAsync((ulong)id, Cancel)];

        await _bot.Rest.CreateInteractionResponseAsync(9, "secret", InteractionResponse.Defer(), Cancel);
        await _bot.Rest.CreateFollowupAsync(8, "secret", new MessageProperties { Content = "x" }, Cancel);

        Assert.Equal(5, _bot.Discord.Seen.Count);
        Assert.False(reads[3].IsCompleted);
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(reads).SoonAsync();
    }

    [Fact]
    public async Task A_wait_beyond_the_callers_patience_is_refused_at_once()
    {
        await Task.WhenAll(from id in Enumerable.Range(1, 3) select _bot.Rest.GetChannelAsync((ulong)id, Cancel));

        var refusal = await Assert.ThrowsAsync<RateLimitedException>(() => _bot.Rest.GetChannelAsync(
            4, new RequestOptions { MaxWait = TimeSpan.FromMilliseconds(999), CancelToken = Cancel }));

        Assert.Equal((true, true), (refusal.IsGlobal, refusal.WasUnsent));
    }
}
