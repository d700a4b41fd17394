using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.WebSub;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>What hubs are asked, what they may confirm, and when leave is taken.</summary>
public sealed class SubscriptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_hub_that_a_feed_names_is_asked_once_confirms_and_is_asked_again_before_it_forgets(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.FollowAsync();
        await town.PollAsync();

        await Task.WhenAll(town.KeepAsync(), town.KeepAsync());

        IReadOnlyDictionary<string, string> first = Assert.Single(town.Asked);
        Assert.StartsWith("https://bot.example/websub/", first["hub.callback"], StringComparison.Ordinal);
        Assert.Equal(("subscribe", HubTown.Topic, "864000", 64), (first["hub.mode"], first["hub.topic"], first["hub.lease_seconds"], first["hub.secret"].Length));
        Assert.NotEqual(first["hub.secret"], first["hub.callback"].Split('/')[^1]);
        Assert.False((await town.SubscriptionAsync())!.IsActive(town.Bot.Clock.GetUtcNow()));

        Assert.True(await town.ConfirmAsync(first, TimeSpan.FromDays(5)));

        Subscription active = (await town.SubscriptionAsync())!;
        Assert.True(active.IsActive(town.Bot.Clock.GetUtcNow()));
        Assert.Equal(town.Bot.Clock.GetUtcNow().AddDays(5), active.Until);
        town.Bot.Clock.Advance(TimeSpan.FromDays(3.9));
        await town.KeepAsync();
        Assert.Single(town.Asked);

        town.Bot.Clock.Advance(TimeSpan.FromDays(0.2));
        await town.KeepAsync();
        Assert.Equal(first, town.Asked[^1]);
        Assert.Equal(2, town.Asked.Count);
        Assert.True((await town.SubscriptionAsync())!.IsActive(town.Bot.Clock.GetUtcNow()));
        Assert.True(await town.ConfirmAsync(first, TimeSpan.FromDays(5)));
        Assert.Equal(town.Bot.Clock.GetUtcNow().AddDays(5), (await town.SubscriptionAsync())!.Until);
        Assert.Equal(active.Since, (await town.SubscriptionAsync())!.Since);
    }

    [Theory]
    [InlineData("unsubscribe", HubTown.Topic, "864000")]
    [InlineData("subscribe", "https://news.example/feed", "864000")]
    [InlineData("subscribe", HubTown.Topic + "#", "864000")]
    [InlineData("subscribe", "", "864000")]
    [InlineData("subscribe", null, "864000")]
    [InlineData("subscribe", HubTown.Topic, "0")]
    [InlineData("subscribe", HubTown.Topic, "-5")]
    [InlineData("subscribe", HubTown.Topic, "soon")]
    [InlineData("publish", HubTown.Topic, "864000")]
    [InlineData("SUBSCRIBE", HubTown.Topic, "864000")]
    [InlineData(null, HubTown.Topic, "864000")]
    public async Task Nothing_is_confirmed_but_what_was_asked(string? mode, string? topic, string? lease)
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.FollowAsync();
        await town.PollAsync();
        string callback = (await town.SubscriptionAsync())!.Callback;
        Assert.False(await town.ConfirmAsync(callback, "subscribe", HubTown.Topic, "864000")); // before it was asked
        await town.KeepAsync();

        Assert.False(await town.ConfirmAsync(callback, mode, topic, lease));
        Assert.False(await town.ConfirmAsync(new string('0', 64), "subscribe", HubTown.Topic, "864000"));
        Assert.False(await town.ConfirmAsync("' OR 1=1 --", "subscribe", HubTown.Topic, "864000"));

        Assert.False((await town.SubscriptionAsync())!.IsActive(town.Bot.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("", 10 * 24 * 3600)]
    [InlineData("999999999999", 30 * 24 * 3600)]
    public async Task A_hub_that_forgets_at_once_is_not_asked_all_the_time_and_none_is_believed_for_ever(string lease, long seconds)
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.FollowAsync();
        await town.PollAsync();
        await town.KeepAsync();

        Assert.True(await town.ConfirmAsync(town.Asked[0]["hub.callback"], "subscribe", HubTown.Topic, lease));

        Assert.Equal(town.Bot.Clock.GetUtcNow().AddSeconds(seconds), (await town.SubscriptionAsync())!.Until);
        for (int minute = 0; minute < 600; minute += 5)
        {
            town.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
            await town.KeepAsync();
            await town.ConfirmAsync(town.Asked[0]["hub.callback"], "subscribe", HubTown.Topic, lease);
        }

        Assert.InRange(town.Asked.Count, 1, 120);
    }

    [Fact]
    public async Task A_hub_that_fails_or_does_not_come_back_is_asked_ever_more_seldom_and_the_trouble_shows()
    {
        await using HubTown town = await HubTown.StartAsync();
        town.HubAnswer = Reply.Status("500 Internal Server Error");
        await town.FollowAsync();
        await town.PollAsync();
        for (int hour = 0; hour < 24 * 30; hour++)
        {
            await town.KeepAsync();
            town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(town.Asked.Count, 8, 14);
        HubSight sight = (await town.Bot.Get<SourceHistory>().OfAsync(town.Bot.Operator, await town.SourceAsync(), Cancel)).Hub!;
        Assert.Contains("500", sight.Problem, StringComparison.Ordinal);
        Assert.False(sight.IsActive);

        town.HubAnswer = Reply.Status("202 Accepted");
        town.Bot.Clock.Advance(TimeSpan.FromDays(8));
        await town.KeepAsync();
        Assert.Equal(HubMode.Subscribe, (await town.SubscriptionAsync())!.Asked);
        town.Bot.Clock.Advance(TimeSpan.FromHours(2));
        await town.KeepAsync();
        Assert.Contains("did not come back", (await town.SubscriptionAsync())!.Problem, StringComparison.Ordinal);

        Assert.True(await town.ConfirmAsync(town.Asked[^1])); // late, and welcome all the same
        Assert.Null((await town.SubscriptionAsync())!.Problem);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_hub_that_refuses_is_believed_and_its_feed_is_polled_as_ever(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.TrustAsync();
        DateTimeOffset refused = town.Bot.Clock.GetUtcNow();

        Assert.False(await town.ConfirmAsync(town.Asked[0]["hub.callback"], "denied", "https://other.example/", null));
        Assert.True((await town.SubscriptionAsync())!.IsActive(refused));
        Assert.True(await town.ConfirmAsync(town.Asked[0]["hub.callback"], "denied", HubTown.Topic, null, "too\u202e many\nreaders"));

        Subscription denied = (await town.SubscriptionAsync())!;
        Assert.Equal("The hub refuses: too many readers", denied.Problem);
        Assert.False(denied.IsActive(refused));
        Assert.InRange((await town.SourceAsync()).NextCheck!.Value, refused, refused.AddHours(1));
        await town.KeepAsync();
        Assert.Single(town.Asked);
        town.Bot.Clock.Advance(TimeSpan.FromDays(7.1));
        await town.KeepAsync();
        Assert.Equal(2, town.Asked.Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Leave_is_taken_of_the_hub_when_nobody_reads_the_feed_any_more_and_only_then(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        Space guild = await town.Bot.SpaceAsync("discord:1", Cancel);
        await town.SubscribeAsync();
        Source source = await town.FollowAsync(guild);
        string callback = town.Asked[0]["hub.callback"];
        await town.Bot.Get<SourceStore>().RemoveAsync(town.Bot.Operator, source, Cancel);
        await town.KeepAsync();
        Assert.Single(town.Asked); // one subscription serves all, and one of them still reads
        Assert.False(await town.ConfirmAsync(callback, "unsubscribe", HubTown.Topic, null));

        await town.Bot.Get<SourceStore>().RemoveAsync(guild, source, Cancel);
        await town.KeepAsync();

        Assert.Equal(("unsubscribe", callback), (town.Asked[^1]["hub.mode"], town.Asked[^1]["hub.callback"]));
        Assert.False(town.Asked[^1].ContainsKey("hub.secret"));
        Assert.False(await town.ConfirmAsync(callback, "subscribe", HubTown.Topic, "864000"));
        Assert.True(await town.ConfirmAsync(callback, "unsubscribe", HubTown.Topic, null));
        Assert.Equal(PingOutcome.Unknown, await town.PingAsync());
        await town.KeepAsync();
        Assert.Equal(2, town.Asked.Count);

        await town.FollowAsync(guild); // and wants it again
        await town.KeepAsync();
        Assert.Equal("subscribe", town.Asked[^1]["hub.mode"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_source_that_was_erased_leaves_its_hub_and_a_hub_that_does_not_hear_it_is_left_all_the_same(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        Space guild = await town.Bot.SpaceAsync("discord:1", Cancel);
        await town.FollowAsync(guild);
        await town.PollAsync();
        await town.KeepAsync();
        Assert.True(await town.ConfirmAsync(town.Asked[0]));
        town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        await town.Bot.Get<SourceEraser>().RunAsync(new SpaceErasure(guild, town.Bot.Clock.GetUtcNow()), Cancel);
        town.HubAnswer = Reply.Status("404 Not Found");

        for (int hour = 0; hour < 48; hour++)
        {
            await town.KeepAsync();
            town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["subscribe", "unsubscribe", "unsubscribe", "unsubscribe"], town.Asked.Select(asked => asked["hub.mode"]));
        Assert.Null(await town.Bot.Get<SubscriptionStore>().OfCallbackAsync(town.Asked[0]["hub.callback"].Split('/')[^1], Cancel));
    }

    [Fact]
    public async Task A_feed_that_names_another_hub_changes_to_it_with_another_callback_and_secret()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        town.HubPath = "/other";
        town.Bot.Clock.Advance(TimeSpan.FromHours(2));
        await town.PollAsync();
        await town.KeepAsync();

        IReadOnlyDictionary<string, string> leave = Assert.Single(town.Asked, asked => asked["hub.mode"] == "unsubscribe");
        IReadOnlyDictionary<string, string> other = Assert.Single(town.Asked, asked => asked["path"] == "/other");
        Assert.Equal((town.Asked[0]["hub.callback"], "/hub"), (leave["hub.callback"], leave["path"]));
        Assert.NotEqual(town.Asked[0]["hub.callback"], other["hub.callback"]);
        Assert.NotEqual(town.Asked[0]["hub.secret"], other["hub.secret"]);

        town.HubPath = null;
        town.Bot.Clock.Advance(TimeSpan.FromHours(2));
        await town.PollAsync();
        Assert.Null(await town.SubscriptionAsync());
    }

    [Fact]
    public async Task A_paused_source_bothers_no_hub_until_it_is_resumed()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        await town.Bot.Get<SourceStore>().PauseAsync(await town.SourceAsync(), Cancel);
        town.Bot.Clock.Advance(TimeSpan.FromDays(20));
        await town.KeepAsync();
        Assert.Single(town.Asked);

        await town.Bot.Get<SourceStore>().ResumeAsync(await town.SourceAsync(), Cancel);
        await town.KeepAsync();
        Assert.Equal(2, town.Asked.Count);
    }

    [Fact]
    public async Task Without_a_public_address_no_hub_is_asked_and_nothing_is_kept()
    {
        await using HubTown town = await HubTown.StartAsync(publicUrl: "");
        await town.FollowAsync();
        await town.PollAsync();

        Assert.Equal(1, town.Reads);
        Assert.Null(await town.SubscriptionAsync());
        Assert.Equal(CheckReason.Usual, (await town.SourceAsync()).NextWhy);
        Assert.Null((await town.Bot.Get<SourceHistory>().OfAsync(town.Bot.Operator, await town.SourceAsync(), Cancel)).Hub);
    }

    [Theory]
    [InlineData("https://bot.example", true)]
    [InlineData("https://bot.example:8443/", true)]
    [InlineData("http://127.0.0.1:8787", true)]
    [InlineData("", true)]
    [InlineData("http://bot.example", false)]
    [InlineData("https://bot.example/bot", false)]
    [InlineData("https://bot.example/?a", false)]
    [InlineData("https://me:secret@bot.example", false)]
    [InlineData("bot.example", false)]
    public void The_public_address_is_checked(string address, bool isOne) =>
        Assert.Equal(isOne, WebSubOptions.CheckPublicUrl(address) is null);
}
