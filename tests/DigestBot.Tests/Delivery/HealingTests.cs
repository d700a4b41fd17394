using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Delivery;

/// <summary>A parked channel that can be posted to again.</summary>
public abstract class HealingTests(string provider) : IAsyncLifetime
{
    private readonly ScriptedAdapter _platform = new(ChatPlatform.Discord, Samples.Bare);
    private readonly List<PreflightRequest> _asked = [];
    private Preflight _answer = new Preflight.Missing(["Send Messages"]);
    private TestBot _bot = null!;
    private Ledger _ledger = null!;
    private Space _space = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _platform.Checks = request =>
        {
            _asked.Add(request);
            return _answer;
        };
        _bot = await TestBot.StartAsync(provider, services => services.AddSingleton<IChatAdapter>(_platform), Cancel);
        _ledger = new Ledger(_bot);
        _space = await _bot.SpaceAsync("discord:1", Cancel);
    }

    [Fact]
    public async Task It_is_opened_and_its_managers_are_told_once()
    {
        Schedule schedule = await ParkedAsync();
        _answer = new Preflight.Fine();

        int opened = await LookAsync(TimeSpan.FromMinutes(10));
        int again = await LookAsync(TimeSpan.FromHours(1));

        Assert.Equal((1, 0), (opened, again));
        Assert.False((await _ledger.ChannelAsync("discord:2", _space)).IsParked);
        PreflightRequest asked = Assert.Single(_asked);
        Assert.Equal((_space.Key, schedule.Channel.Address), (asked.SpaceKey, asked.Channel));
        TakenPost notice = Assert.Single(await NoticesAsync());
        Assert.Equal("discord:9", notice.Channel.Address.ToString());
        Assert.StartsWith("Digests can be posted in discord:2 again", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_about_ever_more_seldom_until_it_heals()
    {
        await ParkedAsync();
        DateTimeOffset start = _ledger.Now;
        var waits = new List<int>();
        for (DateTimeOffset end = start.AddDays(4); _ledger.Now < end;)
        {
            int before = _asked.Count;
            await LookAsync(TimeSpan.FromMinutes(5));
            if (_asked.Count > before)
            {
                waits.Add((int)(_ledger.Now - start).TotalMinutes);
                start = _ledger.Now;
            }
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1_280, 1_440], waits.Take(9));
    }

    [Fact]
    public async Task Nobody_looks_where_nothing_is_posted_any_more_or_the_bot_was_removed()
    {
        Schedule schedule = await ParkedAsync();
        _answer = new Preflight.Fine();
        await _bot.Get<SpaceLifecycle>().LeftAsync(_space.Key, Cancel);
        Assert.Equal(0, await LookAsync(TimeSpan.FromHours(1)));
        await _bot.Get<SpaceLifecycle>().JoinedAsync(_space.Key, Cancel);
        await _bot.Get<ScheduleManager>().RemoveAsync(schedule, Cancel);

        Assert.Equal(0, await LookAsync(TimeSpan.FromHours(2)));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_platform_that_is_away_is_not_asked_for_every_channel()
    {
        await ParkedAsync("discord:2");
        await ParkedAsync("discord:3");
        _answer = new Preflight.NotKnown("HTTP 502");

        Assert.Equal(0, await LookAsync(TimeSpan.FromHours(1)));
        Assert.Single(_asked);
        Assert.True((await _ledger.ChannelAsync("discord:2", _space)).IsParked);
    }

    [Fact]
    public async Task What_somebody_opened_meanwhile_is_not_announced()
    {
        Schedule schedule = await ParkedAsync();
        Channel parked = await _ledger.ChannelAsync("discord:2", _space);
        await _ledger.WriteAsync(transaction => _ledger.Channels.OpenAsync(transaction, schedule.Channel.Id));

        await _bot.Get<ChannelParking>().HealedAsync(parked, Cancel);

        Assert.Empty(await NoticesAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<int> LookAsync(TimeSpan later)
    {
        _bot.Clock.Advance(later);
        return _bot.Get<ChannelHealing>().RunAsync(Cancel);
    }

    // One after the other: a channel holds one at a time.
    private async Task<IReadOnlyList<TakenPost>> NoticesAsync()
    {
        var sent = new List<TakenPost>();
        while (await _ledger.TakeAsync() is { Count: > 0 } taken)
        {
            foreach (TakenPost post in taken)
            {
                Assert.True(await _ledger.BeginAsync(post));
                Assert.True(await _ledger.DeliveredAsync(post));
                sent.Add(post);
            }

            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return [.. sent.Where(post => post.Key.StartsWith("open/", StringComparison.Ordinal))];
    }

    private async Task<Schedule> ParkedAsync(string address = "discord:2")
    {
        Schedule schedule = await _ledger.ScheduleAsync($"In {address}", await _ledger.ChannelAsync(address, _space), space: _space);
        for (int refusal = 1; refusal <= 3; refusal++)
        {
            await _bot.Get<ChannelParking>().RefusedAsync(schedule.Channel with { Refusals = refusal - 1 }, "Missing Access.", Cancel);
        }

        return schedule;
    }
}

public sealed class SqliteHealingTests() : HealingTests("sqlite");

public sealed class PostgresHealingTests() : HealingTests("postgresql");
