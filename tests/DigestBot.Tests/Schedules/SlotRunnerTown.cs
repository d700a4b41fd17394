using System.Diagnostics.Metrics;
using System.Globalization;
using Dapper;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Schedules;
using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Schedules;

/// <summary>A bot with schedules in several spaces, and nodes that run their slots.</summary>
internal sealed class SlotRunnerTown : IAsyncDisposable
{
    private readonly SlotMetrics _metrics = new();
    private readonly MeterListener _listener = new();
    private int _compositions;

    private SlotRunnerTown(TestBot bot, FakePersonalChats people)
    {
        Bot = bot;
        People = people;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _metrics.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (instrument.Name == "digestbot.schedules.compositions")
            {
                Interlocked.Add(ref _compositions, (int)count);
            }
        });
        _listener.Start();
    }

    public TestBot Bot { get; }

    public SlotRunnerAdapter Adapter { get; } = new();

    /// <summary>Knows who is in which space.</summary>
    public FakePersonalChats People { get; }

    public int Compositions => _compositions;

    public DateTimeOffset Now => Bot.Clock.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SlotRunnerTown> FoundAsync(string provider, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var people = new FakePersonalChats();
        TestBot bot = await TestBot.StartAsync(provider, services => services.AddSingleton<IPersonalChats>(people), Cancel, [.. settings]);
        bot.Clock.SetUtcNow(SlotRunnerSamples.Eight);
        return new SlotRunnerTown(bot, people);
    }

    /// <summary>A worker of its own; those of one town share its database and nothing else.</summary>
    public SlotRunner Node(int number = 1, SlotMetrics? metrics = null)
    {
        IOptions<ScheduleOptions> schedules = Bot.Get<IOptions<ScheduleOptions>>();
        IOptions<DeliveryOptions> delivery = Bot.Get<IOptions<DeliveryOptions>>();
        var triage = new SlotTriage(
            Bot.Get<SpaceStore>(),
            Bot.Get<TopicStore>(),
            Bot.Get<TasteReader>(),
            new SlotReaders(Bot.Get<FollowStore>(), [People], Bot.Clock, NullLogger<SlotReaders>.Instance),
            Bot.Get<FollowedStoryFinder>(),
            [Adapter],
            schedules,
            delivery,
            Bot.Get<IOptions<DigestOptions>>(),
            Bot.Clock,
            NullLogger<SlotTriage>.Instance);
        var printer = new SlotPrinter(
            Bot.Get<ShownStore>(),
            Bot.Get<ChannelPastReader>(),
            Bot.Get<CorrectionReader>(),
            schedules,
            delivery,
            Bot.Get<IOptions<ChatOptions>>(),
            Bot.Clock,
            NullLogger<SlotPrinter>.Instance);
        var poster = new SlotPoster(printer, Bot.Get<SlotWriter>(), Bot.Clock, NullLogger<SlotPoster>.Instance);
        return new SlotRunner(
            Bot.Get<OccurrenceStore>(),
            triage,
            new EditionComposer(Bot.Get<DigestComposer>(), metrics ?? _metrics, Bot.Clock),
            poster,
            new NodeName(new Random(number)),
            schedules,
            Bot.Clock,
            NullLogger<SlotRunner>.Instance);
    }

    public async Task<Schedule> ScheduleAsync(string space, string channel, ScheduleSettings? settings = null)
    {
        Space owner = await Bot.SpaceAsync(space, Cancel);
        return await Bot.Get<Database>().InTransactionAsync(
            async transaction =>
            {
                Channel place = await Bot.Get<ChannelStore>().GetOrAddAsync(transaction, owner, new ChannelRef(ChatPlatform.Discord, channel));
                return (await Bot.Get<ScheduleStore>().AddAsync(transaction, new NewSchedule(
                    owner, place, settings ?? SlotRunnerSamples.Settings, "discord:1", "person", Now, null, 1)))!;
            },
            Cancel);
    }

    public Task OpenAsync(params IEnumerable<Schedule> schedules) => OpenAsync(
        [.. schedules.Select(schedule => new NewOccurrence(
            schedule.Id, string.Create(CultureInfo.InvariantCulture, $"{Now:yyyy-MM-dd}/{Now.Hour}"), Now, false, null))]);

    public Task OpenAsync(IReadOnlyList<NewOccurrence> slots) =>
        Bot.Get<Database>().InTransactionAsync(transaction => Bot.Get<OccurrenceStore>().OpenAsync(transaction, slots), Cancel);

    public NewOccurrence ByHand(Schedule schedule) =>
        new(schedule.Id, string.Create(CultureInfo.InvariantCulture, $"now/{Now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"), Now, false, null);

    /// <summary>Changes a schedule as its manager would.</summary>
    public Task UpdateAsync(Schedule schedule) =>
        Bot.Get<Database>().InTransactionAsync(transaction => Bot.Get<ScheduleStore>().UpdateAsync(transaction, schedule), Cancel);

    public async Task<Occurrence> LastAsync(Schedule schedule) =>
        Assert.Single(await Bot.Get<OccurrenceStore>().HistoryAsync(schedule.Id, 1, null, Cancel));

    public async Task<Schedule> ReadAsync(Schedule schedule) =>
        (await Bot.Get<ScheduleStore>().FindAsync(schedule.Space, schedule.Settings.Name, Cancel))!;

    /// <summary>Runs slots until none is due.</summary>
    public async Task RunAsync(SlotRunner? node = null)
    {
        node ??= Node();
        while (await node.RunAsync(Cancel) > 0)
        {
        }
    }

    /// <summary>Articles that have nothing in common, published in the last hour.</summary>
    public Task<IngestReport> PublishAsync(Space space, string source, params string[] subjects) => Bot.ImportAsync(
        space, source, Cancel, [.. subjects.Select((subject, i) => Article(
            $"{subject}ton {subject}ville", $"The {subject}mayor of {subject}ton {subject}opened a {subject}bridge on {subject}day.", Now.AddMinutes(-i - 1)))]);

    /// <summary>What stands in the outbox, in order.</summary>
    public async Task<IReadOnlyList<QueuedPost>> OutboxAsync() => await Bot.Get<Database>().ReadAsync(
        async connection => (await connection.QueryAsync<QueuedPost>(
            """
            SELECT p.key AS Key, c.address AS Channel, p.part AS Part, p.parts AS Parts, b.text AS Body, p.mention_role AS MentionRole
            FROM post p JOIN channel c ON c.id = p.channel_id JOIN body b ON b.hash = p.body ORDER BY p.id
            """)).AsList(),
        Cancel);

    /// <summary>How many sentences the store says that channels were shown.</summary>
    public Task<int> CountShownAsync() =>
        Bot.Get<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM shown"), Cancel);

    public Task<int> ExecuteAsync(string statement) =>
        Bot.Get<Database>().ReadAsync(connection => connection.ExecuteAsync(statement), Cancel);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _metrics.Dispose();
        await Bot.DisposeAsync();
    }

    /// <summary>One part in the outbox.</summary>
    internal sealed record QueuedPost(string Key, string Channel, long Part, long Parts, string Body, string? MentionRole)
    {
        /// <summary>The sentences of news in it.</summary>
        public IEnumerable<string> Sentences => Body.Split('\n').Skip(1);
    }
}
