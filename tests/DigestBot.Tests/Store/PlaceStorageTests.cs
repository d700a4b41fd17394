using DigestBot.Chat;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Spaces, channels and what belongs to them.</summary>
public abstract class PlaceStorageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spaces_that_see_the_same_sources_have_the_same_outlook()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        SourceStore sources = bot.Get<SourceStore>();
        Space[] spaces = [bot.Operator, await bot.SpaceAsync("discord:1", Cancel), await bot.SpaceAsync("discord:2", Cancel), await bot.SpaceAsync("discord:3", Cancel)];
        await sources.AddAsync(spaces[0], new NewSource("shared", SourceKind.Feed, "Shared", "https://a.example/", null), Cancel);
        foreach (Space space in spaces[1..3])
        {
            await sources.AddAsync(space, new NewSource("shared", SourceKind.Feed, "Shared", "https://a.example/", null), Cancel);
            await sources.AddAsync(space, new NewSource("own", SourceKind.Feed, "Own", "https://b.example/", null), Cancel);
        }

        IReadOnlyDictionary<long, string> outlooks = await bot.Get<SpaceStore>().OutlooksAsync([.. spaces.Select(space => space.Id)], Cancel);

        Assert.Equal(outlooks[spaces[0].Id], outlooks[spaces[3].Id]);
        Assert.Equal(outlooks[spaces[1].Id], outlooks[spaces[2].Id]);
        Assert.NotEqual(outlooks[spaces[0].Id], outlooks[spaces[1].Id]);
        Assert.Equal(spaces[1], await bot.Get<SpaceStore>().FindAsync(spaces[1].Id, Cancel));
    }

    [Fact]
    public async Task Many_conversations_become_about_a_posted_digest_at_once()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        ConversationStore conversations = bot.Get<ConversationStore>();
        await conversations.SaveAsync(bot.Operator, "discord:1", new Conversation("old", [new("Why?", false, [])]), Cancel);

        await ledger.WriteAsync(transaction => conversations.ShowAsync(
            transaction, [(bot.Operator.Id, "discord:1"), (bot.Operator.Id, "discord:2")], "new"));

        foreach (string channel in (string[])["discord:1", "discord:2"])
        {
            Conversation conversation = await conversations.FindAsync(bot.Operator, channel, Cancel);
            Assert.Equal(("new", 0), (conversation.DigestId, conversation.Turns.Count));
        }
    }

    [Fact]
    public async Task How_a_place_is_reached_is_kept_for_each_space_before_anything_is_posted_there()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ChannelStore channels = bot.Get<ChannelStore>();
        Space space = await bot.SpaceAsync("teams:1", Cancel);
        var address = new ChannelRef(ChatPlatform.Teams, "19:news");

        Assert.Null(await channels.ReferenceAsync(space.Key, address, Cancel));
        await channels.KeepAsync(space, address, "first", Cancel);
        await channels.KeepAsync(space, address, "second", Cancel);
        await channels.KeepAsync(await bot.SpaceAsync("teams:2", Cancel), address, "theirs", Cancel);

        Assert.Equal("second", await channels.ReferenceAsync(space.Key, address, Cancel));
        Assert.Equal("theirs", await channels.ReferenceAsync("teams:2", address, Cancel));
        Assert.Null(await channels.ReferenceAsync("teams:3", address, Cancel));
    }

    [Fact]
    public async Task A_channel_is_parked_at_the_third_refusal_in_a_row_and_one_caller_learns_it()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync("discord:1");
        await ledger.ScheduleAsync("One", channel, origin: "discord:9");
        await ledger.ScheduleAsync("Two", channel, origin: "discord:1");
        await ledger.ScheduleAsync("Three", channel, origin: "the operator");

        bool[] parked = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => Task.Run(() => ledger.WriteAsync(transaction => ledger.Channels.RefusedAsync(transaction, channel, "Unknown channel", 3)))));

        Assert.Single(parked, isParked => isParked);
        Channel refused = Assert.Single((await ledger.Posts.StateAsync(bot.Operator, Cancel)).Parked);
        Assert.Equal((channel.Id, "Unknown channel"), (refused.Id, refused.ParkedReason));
        Assert.Equal(["discord:9"], (await ledger.Channels.ManagersAsync(channel, Cancel)).Select(manager => manager.Address.ToString()));
        await ledger.WriteAsync(transaction => ledger.Channels.OpenAsync(transaction, channel.Id));
        Assert.Equal((false, 0), ((await ledger.ChannelAsync("discord:1")).IsParked, (await ledger.ChannelAsync("discord:1")).Refusals));
    }

    [Fact]
    public async Task A_lease_has_one_owner_and_its_token_grows_with_every_change()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        LeaseStore leases = bot.Get<LeaseStore>();
        TimeSpan minute = TimeSpan.FromMinutes(1);

        long? first = await leases.TakeAsync("gateway", "a", minute, Cancel);
        Assert.Null(await leases.TakeAsync("gateway", "b", minute, Cancel));
        Assert.Equal(first, await leases.TakeAsync("gateway", "a", minute, Cancel));
        bot.Clock.Advance(minute);
        long? second = await leases.TakeAsync("gateway", "b", minute, Cancel);
        await leases.ReleaseAsync("gateway", "a", first!.Value, Cancel);
        Assert.Null(await leases.TakeAsync("gateway", "a", minute, Cancel));
        await leases.ReleaseAsync("gateway", "b", second!.Value, Cancel);
        long? third = await leases.TakeAsync("gateway", "a", minute, Cancel);

        Assert.Equal([1L, 2L, 3L], [first.Value, second.Value, third!.Value]);
    }

    [Fact]
    public async Task One_document_serves_many_spaces_and_old_documents_are_still_found()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        DigestStore digests = bot.Get<DigestStore>();
        Space one = await bot.SpaceAsync("discord:1", Cancel);
        Space two = await bot.SpaceAsync("discord:2", Cancel);
        await digests.SaveAsync(one, "old", 1, "{old}", [], Cancel);

        await ledger.WriteAsync(transaction => digests.AddAsync(transaction, [one.Id, two.Id, one.Id], "new", 1, "{new}", []));
        await ledger.WriteAsync(transaction => digests.AddAsync(transaction, [two.Id], "new", 1, "{new}", []));

        Assert.Equal(["{old}", "{new}", "{new}", null], [
            await digests.FindAsync(one, "old", Cancel),
            await digests.FindAsync(one, "new", Cancel),
            await digests.FindAsync(two, "new", Cancel),
            await digests.FindAsync(bot.Operator, "new", Cancel),
        ]);
    }
}

public sealed class SqlitePlaceStorageTests() : PlaceStorageTests("sqlite");

public sealed class PostgresPlaceStorageTests() : PlaceStorageTests("postgresql");
