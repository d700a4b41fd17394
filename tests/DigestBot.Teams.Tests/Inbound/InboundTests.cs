using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>What becomes of an activity that was let in.</summary>
public sealed class InboundTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _started = [];
    private ChannelIssuer _issuer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _issuer = await ChannelIssuer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable started in _started)
        {
            await started.DisposeAsync();
        }

        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_slow_bot_does_not_delay_the_acknowledgement()
    {
        var mayEnd = new TaskCompletionSource();
        var bot = new FunctionBot(async (_, token) => await mayEnd.Task.WaitAsync(token));
        BotHost host = await StartAsync(bot);

        using HttpResponseMessage response = await PostAsync(host, Samples.Message());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode); // and the turn has not ended, since it may not
        mayEnd.SetResult();
        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 1), "the turn came");
    }

    [Fact]
    public async Task An_activity_that_comes_again_is_acknowledged_and_dropped()
    {
        var bot = new FunctionBot();
        BotHost host = await StartAsync(bot);
        JsonObject activity = Samples.Message();
        JsonObject elsewhere = activity.DeepClone().AsObject().With("conversation.id", "19:other@thread.tacv2");

        foreach (JsonObject sent in new[] { activity, activity, elsewhere, activity })
        {
            using HttpResponseMessage response = await PostAsync(host, sent);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        await host.StopAsync(Cancel);
        Assert.Equal([Samples.Conversation, "19:other@thread.tacv2"], bot.Seen.Select(seen => seen.Conversation!.Id).Order());
    }

    [Fact]
    public async Task Of_two_that_come_together_one_is_taken()
    {
        var bot = new FunctionBot();
        BotHost host = await StartAsync(bot);
        JsonObject activity = Samples.Message();

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => PostAsync(host, activity)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        await host.StopAsync(Cancel);
        Assert.Single(bot.Seen);
    }

    [Fact]
    public async Task Where_too_much_waits_the_channel_is_asked_to_come_again_and_then_heard()
    {
        var mayEnd = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var bot = new FunctionBot(async (_, token) =>
        {
            begun.TrySetResult();
            await mayEnd.Task.WaitAsync(token);
        });
        BotHost host = await StartAsync(bot, options => options with { MaxConcurrentTurns = 1, QueueCapacity = 1 });
        JsonObject late = Samples.Message();
        using HttpResponseMessage running = await PostAsync(host, Samples.Message());
        await begun.Task.WaitAsync(Cancel);
        using HttpResponseMessage waiting = await PostAsync(host, Samples.Message());

        using HttpResponseMessage refused = await PostAsync(host, late);

        Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        mayEnd.SetResult();
        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 2), "the queue is empty");
        using HttpResponseMessage again = await PostAsync(host, late);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await host.StopAsync(Cancel);
        Assert.Equal(3, bot.Seen.Count);
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_OnTurnError_and_the_next_turn_comes()
    {
        var bot = new FunctionBot((turn, _) => turn.Activity.Text == "bad" ? throw new FormatException("bad") : Task.CompletedTask);
        BotHost host = await StartAsync(bot, options => options with { MaxConcurrentTurns = 1 });
        var seen = new TaskCompletionSource<(Activity Activity, Exception Exception)>();
        host.Adapter.OnTurnError = (turn, exception) =>
        {
            seen.SetResult((turn.Activity, exception));
            return Task.CompletedTask;
        };

        using HttpResponseMessage bad = await PostAsync(host, Samples.Message("bad"));
        using HttpResponseMessage good = await PostAsync(host, Samples.Message("good"));

        (Activity activity, Exception exception) = await seen.Task.WaitAsync(Cancel);
        Assert.Equal("bad", activity.Text);
        Assert.IsType<FormatException>(exception);
        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 2), "the next turn came");
    }

    [Fact]
    public async Task Without_OnTurnError_a_turn_that_fails_does_not_stop_the_others()
    {
        var bot = new FunctionBot((_, _) => throw new FormatException("bad"));
        BotHost host = await StartAsync(bot, options => options with { MaxConcurrentTurns = 1 });

        using HttpResponseMessage first = await PostAsync(host, Samples.Message());
        using HttpResponseMessage second = await PostAsync(host, Samples.Message());

        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 2), "both turns came");
    }

    [Fact]
    public async Task A_host_that_stops_finishes_what_it_acknowledged()
    {
        var mayEnd = new TaskCompletionSource();
        int ended = 0;
        var bot = new FunctionBot(async (_, _) =>
        {
            await mayEnd.Task;
            Interlocked.Increment(ref ended);
        });
        BotHost host = await StartAsync(bot, options => options with { MaxConcurrentTurns = 1 });
        using HttpResponseMessage first = await PostAsync(host, Samples.Message());
        using HttpResponseMessage second = await PostAsync(host, Samples.Message());

        Task stopping = host.StopAsync(Cancel);
        mayEnd.SetResult();
        await stopping;

        Assert.Equal(2, ended);
    }

    [Fact]
    public async Task A_host_without_patience_cancels_the_turns()
    {
        var begun = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var bot = new FunctionBot(async (_, token) =>
        {
            using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        BotHost host = await StartAsync(bot);
        using HttpResponseMessage response = await PostAsync(host, Samples.Message());
        await begun.Task.WaitAsync(Cancel);

        await host.StopAsync(new CancellationToken(canceled: true));

        await cancelled.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task An_activity_reaches_the_bot_with_fields_that_nobody_knows()
    {
        var bot = new FunctionBot();
        BotHost host = await StartAsync(bot);
        JsonObject activity = Samples.Message().With("newField", JsonNode.Parse("""{"a":[1,2.50,"x"]}"""));

        using HttpResponseMessage response = await PostAsync(host, activity);

        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 1), "the turn came");
        Assert.True(JsonNode.DeepEquals(activity, JsonSerializer.SerializeToNode(bot.Seen[0], TeamsJson.Options)));
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_make_the_channel_come_again_and_do_not_stop_the_host()
    {
        _issuer.Down = true;
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        BotHost host = await BotHost.StartAsync(
            _issuer, new FunctionBot(), services => services.AddSingleton<TimeProvider>(clock)); // starts
        _started.Add(host);

        for (int sent = 0; sent < 20; sent++)
        {
            using HttpResponseMessage withoutKeys = await PostAsync(host, Samples.Message());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, withoutKeys.StatusCode);
            Assert.NotNull(withoutKeys.Headers.RetryAfter);
        }

        Assert.InRange(_issuer.Asked, 1, 2); // one look, in which a server's error is tried again
        using HttpResponseMessage withoutToken = await host.PostAsync(Samples.Message(), null);
        Assert.Equal(HttpStatusCode.Unauthorized, withoutToken.StatusCode);
        _issuer.Down = false;
        clock.Advance(TimeSpan.FromSeconds(5));
        using HttpResponseMessage withKeys = await PostAsync(host, Samples.Message());
        Assert.Equal(HttpStatusCode.Accepted, withKeys.StatusCode);
    }

    [Fact]
    public async Task A_flood_of_tokens_with_unknown_keys_is_no_flood_of_requests_for_keys()
    {
        BotHost host = await StartAsync(new FunctionBot());
        using HttpResponseMessage good = await PostAsync(host, Samples.Message());

        for (int sent = 0; sent < 50; sent++)
        {
            using HttpResponseMessage bad = await host.PostAsync(
                Samples.Message(), ChannelIssuer.Bearer(new TokenSpec { KeyId = ChannelIssuer.Unpublished }));
            Assert.Equal(HttpStatusCode.Unauthorized, bad.StatusCode);
        }

        Assert.InRange(_issuer.Asked, 1, 3);
    }

    [Fact]
    public async Task A_token_of_the_channel_signs_nobody_in_to_the_hosts_other_pages()
    {
        BotHost host = await BotHost.StartAsync(
            _issuer, new FunctionBot(), services => services.AddAuthorization().AddAuthentication());
        _started.Add(host);

        IAuthenticationSchemeProvider schemes = host.Services.GetRequiredService<IAuthenticationSchemeProvider>();

        Assert.Null(await schemes.GetDefaultAuthenticateSchemeAsync());
        Assert.Empty(await schemes.GetAllSchemesAsync());
    }

    [Fact]
    public async Task Another_store_of_what_came_may_be_registered()
    {
        var bot = new FunctionBot();
        BotHost host = await BotHost.StartAsync(
            _issuer, bot, services => services.AddSingleton<IActivityMemory, KnowsEverything>());
        _started.Add(host);

        using HttpResponseMessage response = await PostAsync(host, Samples.Message());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await host.StopAsync(Cancel);
        Assert.Empty(bot.Seen);
    }

    private static Task<HttpResponseMessage> PostAsync(BotHost host, JsonObject activity) => host.PostAsync(activity, ChannelIssuer.Bearer());

    private async Task<BotHost> StartAsync(IBot bot, Func<BotFrameworkOptions, BotFrameworkOptions>? change = null)
    {
        BotFrameworkOptions options = GivenOptions.Default with { ToBotFromChannelOpenIdMetadataUrl = _issuer.Metadata };
        BotHost host = await BotHost.StartAsync(change?.Invoke(options) ?? options, bot);
        _started.Add(host);
        return host;
    }

    private sealed class KnowsEverything : IActivityMemory
    {
        public ValueTask<bool> TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken) => new(false);

        public ValueTask ForgetAsync(string conversationId, string activityId, CancellationToken cancellationToken) => default;
    }
}
