using Dapper;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Delivery;

/// <summary>Whoever added a source learns once that it is given up.</summary>
public abstract class DeadSourceNoticesTests(string provider)
{
    private const string Why = "news.example answered 410 Gone. It is gone for good.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_channel_where_it_was_added_is_told_once_however_often_and_by_however_many_nodes_it_is_looked_for()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Space space = await rig.Bot.SpaceAsync("discord:1", Cancel);
        Source source = await AddAsync(rig, space, "https://news.example/feed?key=s3cret", "discord:12");
        await FailAsync(rig, source, forGood: false);
        Assert.Equal(0, await Notices(rig).RunAsync(Cancel));
        await FailAsync(rig, source, forGood: true);

        DateTimeOffset now = rig.Bot.Clock.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => LookAsync(rig), Cancel)));
        await Notices(rig).RunAsync(Cancel);
        await DrainAsync(rig);

        OutgoingPart told = Assert.Single(rig.Scripted.Sent);
        Assert.Equal(("12", $"The source Island Radio, which was added here, is not read any more: {Why}"), (told.Channel.Id, told.Body));
        SourceOrigin origin = (await rig.Bot.Get<SourceHistory>().OfAsync(space, source, Cancel)).Origin!;
        Assert.Equal(("discord:12", now), (origin.Place, origin.ToldAt));
    }

    [Fact]
    public async Task Whoever_dies_before_the_message_is_queued_has_told_nothing_and_it_is_told_later()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Source source = await AddAsync(rig, await rig.Bot.SpaceAsync("discord:1", Cancel), "https://news.example/feed", "discord:12");
        await FailAsync(rig, source, forGood: true);

        await ChangeAsync("ALTER TABLE post RENAME TO post_away");
        await Assert.ThrowsAnyAsync<Exception>(() => Notices(rig).RunAsync(Cancel));
        await ChangeAsync("ALTER TABLE post_away RENAME TO post");
        Assert.Equal(1, await Notices(rig).RunAsync(Cancel));

        Task ChangeAsync(string sql) => rig.Bot.Get<Database>().WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, null, transaction), Cancel);
    }

    [Fact]
    public async Task It_is_told_again_only_after_it_was_read_in_between()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Space space = await rig.Bot.SpaceAsync("discord:1", Cancel);
        Source source = await AddAsync(rig, space, "https://news.example/feed", "discord:12");
        await FailAsync(rig, source, forGood: true);
        Assert.Equal(1, await Notices(rig).RunAsync(Cancel));

        await rig.Bot.Get<SourceStore>().ResumeAsync(source, Cancel);
        await FailAsync(rig, source, forGood: true);
        Assert.Equal(0, await Notices(rig).RunAsync(Cancel));

        await rig.Bot.Get<SourceStore>().ResumeAsync(source, Cancel);
        rig.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(rig, source, null, rig.Bot.Clock.GetUtcNow().AddHours(1));
        rig.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(rig, source, forGood: true);
        Assert.Equal(1, await Notices(rig).RunAsync(Cancel));
    }

    [Fact]
    public async Task Several_are_one_message_and_each_space_hears_of_its_own_in_its_own_channel()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Space one = await rig.Bot.SpaceAsync("discord:1", Cancel);
        Space other = await rig.Bot.SpaceAsync("discord:2", Cancel);
        Source both = await AddAsync(rig, one, "https://news.example/both", "discord:12");
        await AddAsync(rig, other, "https://news.example/both", "discord:21");
        Source first = await AddAsync(rig, one, "https://news.example/first", "discord:12", "Harbour News");
        await FailAsync(rig, both, forGood: true);
        await FailAsync(rig, first, forGood: true);

        await Notices(rig).RunAsync(Cancel);
        await DrainAsync(rig);

        Assert.Equal(
            ["12: Sources that were added here are not read any more (2): Island Radio, Harbour News. /sources show NAME says why; resume or remove them.",
                $"21: The source Island Radio, which was added here, is not read any more: {Why}"],
            rig.Scripted.Sent.Select(part => $"{part.Channel.Id}: {part.Body}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_is_paused_or_where_nobody_can_be_told_or_the_operator_does_not_want_it()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Space space = await rig.Bot.SpaceAsync("discord:1", Cancel);
        Source paused = await AddAsync(rig, space, "https://news.example/paused", "discord:12");
        Source elsewhere = await AddAsync(rig, space, "https://news.example/elsewhere", "teams:19");
        Source unknown = await AddAsync(rig, space, "https://news.example/unknown", place: null);
        Source parked = await AddAsync(rig, space, "https://news.example/parked", "discord:13");
        foreach (Source source in (Source[])[paused, elsewhere, unknown, parked])
        {
            await FailAsync(rig, source, forGood: true);
        }

        await rig.Bot.Get<SourceStore>().PauseAsync(paused, Cancel);
        await rig.Bot.Get<Database>().InTransactionAsync(
            async transaction => await rig.Bot.Get<ChannelStore>().RefusedAsync(
                transaction,
                await rig.Bot.Get<ChannelStore>().GetOrAddAsync(transaction, space, new ChannelRef(ChatPlatform.Discord, "13")),
                "It is gone.",
                parkAfter: 1),
            Cancel);

        Assert.Equal(0, await Notices(rig).RunAsync(Cancel));

        Source late = await AddAsync(rig, space, "https://news.example/late", "discord:12");
        await FailAsync(rig, late, forGood: true);
        Assert.Equal(0, await Notices(rig, new IngestOptions { ReportDeadSources = false }).RunAsync(Cancel));
        Assert.Equal(1, await Notices(rig).RunAsync(Cancel));
    }

    // A node that finds the store locked looks again later.
    private static async Task LookAsync(DeliveryRig rig)
    {
        try
        {
            await Notices(rig).RunAsync(Cancel);
        }
        catch (StoreException)
        {
            await Task.Yield();
        }
    }

    private static DeadSourceNotices Notices(DeliveryRig rig, IngestOptions? ingest = null) => new(
        rig.Bot.Get<Database>(),
        rig.Bot.Get<DeadSourceStore>(),
        rig.Bot.Get<ChannelStore>(),
        rig.Bot.Get<SpaceStore>(),
        rig.Bot.Get<PostStore>(),
        [rig.Adapter],
        Options.Create(ingest ?? new IngestOptions()),
        Options.Create(new DeliveryOptions()),
        Options.Create(new ChatOptions()),
        rig.Bot.Clock,
        rig.Node.Bell,
        NullLogger<DeadSourceNotices>.Instance);

    private static Task<Source> AddAsync(DeliveryRig rig, Space space, string location, string? place, string name = "Island Radio") =>
        rig.Bot.Get<SourceStore>().AddAsync(
            space, new NewSource($"at:{location}", SourceKind.Feed, name, location, rig.Bot.Clock.GetUtcNow()) { AddedIn = place }, Cancel);

    private static Task<WriteCounts> FailAsync(DeliveryRig rig, Source source, bool forGood)
    {
        DateTimeOffset now = rig.Bot.Clock.GetUtcNow();
        return RecordAsync(rig, source, Why, forGood ? null : now.AddHours(1));
    }

    private static Task<WriteCounts> RecordAsync(DeliveryRig rig, Source source, string? error, DateTimeOffset? next) => rig.Bot.Get<ArticleWriter>().WriteAsync(
        [], new PollResult(source.Id, rig.Bot.Clock.GetUtcNow(), next, null, null, error) { Hints = PollHints.None }, Cancel);

    private static async Task DrainAsync(DeliveryRig rig)
    {
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await rig.Node.TakeAsync(ChatPlatform.Discord, Cancel) is { Count: > 0 } taken)
        {
            foreach (TakenPost post in taken)
            {
                await rig.Node.Sender.SendAsync(rig.Adapter, post, rig.Gate);
            }

            rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}

public sealed class SqliteDeadSourceNoticesTests() : DeadSourceNoticesTests("sqlite");

public sealed class PostgresDeadSourceNoticesTests() : DeadSourceNoticesTests("postgresql");
