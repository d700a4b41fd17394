using System.Globalization;
using DigestBot.Chat;
using DigestBot.Hosting;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Stories;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>A store on the real clock, schedules in it, and the chat server that its workers post to.</summary>
internal sealed class KillBench : IAsyncDisposable
{
    /// <summary>By it the bench's own connections are known to the server; these are not cut.</summary>
    public const string Name = "bench";

    private static readonly string[] Topics = ["harbour", "orchard", "railway", "glacier", "market"];

    private readonly IHost _host;
    private readonly HeldClock _clock;
    private int _articles;

    private KillBench(IHost host, HeldClock clock, ChatServer server, IReadOnlyDictionary<string, string?> settings)
    {
        (_host, _clock, Server, Settings) = (host, clock, server, settings);
    }

    public ChatServer Server { get; }

    /// <summary>What workers have to be started with to share this store.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    private Space Space { get; set; } = null!;

    public static async Task<KillBench> OpenAsync(string provider, string connection, ChatServerOptions options, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Store:Provider"] = provider,
            ["Store:ConnectionString"] = connection,
            ["Schedules:LookInterval"] = "00:00:01",
            ["Schedules:CheckInInterval"] = "00:00:01",
            ["Schedules:Lease"] = "00:00:05",
            ["Delivery:Lease"] = "00:00:06",
            ["Delivery:SendTimeout"] = "00:00:02",
            ["Delivery:FirstDelay"] = "00:00:00.200",
            ["Delivery:MaxDelay"] = "00:00:02",
            ["Delivery:MaxAttempts"] = "50",
        };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        if (provider == "postgresql")
        {
            builder.Configuration["Store:ConnectionString"] = $"{connection};Application Name={Name}";
        }

        var clock = new HeldClock();
        builder.Services.AddDigestBot(clock);
        var bench = new KillBench(builder.Build(), clock, await ChatServer.StartAsync(options, cancellationToken: cancellationToken), settings);
        bench.Space = await bench.Get<SpaceStore>().GetOrAddAsync(Space.LocalKey, cancellationToken);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A zone for schedules of today: their times have no date, so that none of them may lie beyond midnight.</summary>
    public static string ZoneAwayFromMidnight() => TimeProvider.System.GetUtcNow().Hour switch
    {
        < 6 => "Etc/GMT-6",
        >= 18 => "Etc/GMT+6",
        _ => "Etc/UTC",
    };

    /// <summary>Schedules with a channel each, that post at these instants and always have something to post.</summary>
    /// <remarks>They are added before the first of these instants by the bench's clock, however long that takes.</remarks>
    public async Task AddSchedulesAsync(int count, Func<int, IEnumerable<DateTimeOffset>> instants, CancellationToken cancellationToken)
    {
        using IDisposable held = _clock.HoldAt(Enumerable.Range(0, count).SelectMany(instants).Min().AddSeconds(-1));
        string zone = ZoneAwayFromMidnight();
        for (int i = 0; i < count; i++)
        {
            PostingTime[] times = [.. instants(i).Select((instant, number) => new PostingTime(number, TimeOnly.FromTimeSpan(
                TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).TimeOfDay)))];
            var settings = new ScheduleSettings(
                $"schedule {i}", Topics[i % Topics.Length], times, Weekdays.All, zone, 3, IfEmpty.Post, TimeSpan.FromHours(2), null, null);
            ScheduleChange change = await Get<ScheduleManager>().AddAsync(
                Space, new ChannelRef(ChatPlatform.Web, $"channel-{i.ToString(CultureInfo.InvariantCulture)}"), settings, "web:managers", "test", cancellationToken);
            Assert.IsType<ScheduleChange.Done>(change);
        }
    }

    public Task<IReadOnlyList<Schedule>> SchedulesAsync(CancellationToken cancellationToken) =>
        Get<ScheduleStore>().ListAsync(Space, cancellationToken);

    /// <summary>Waits until every slot of every schedule has come to its end.</summary>
    public async Task SettlesAsync(int slotsOfEach, TimeSpan patience, CancellationToken cancellationToken)
    {
        DateTimeOffset last = TimeProvider.System.GetUtcNow() + patience;
        while (!await IsSettledAsync(slotsOfEach, cancellationToken) && TimeProvider.System.GetUtcNow() < last)
        {
            await Task.Delay(200, cancellationToken);
        }
    }

    private async Task<bool> IsSettledAsync(int slotsOfEach, CancellationToken cancellationToken)
    {
        foreach (Schedule schedule in await SchedulesAsync(cancellationToken))
        {
            IReadOnlyList<Occurrence> slots = await Get<OccurrenceStore>().HistoryAsync(schedule.Id, 100, null, cancellationToken);
            if (slots.Count < slotsOfEach || slots.Any(slot => slot.State is OccurrenceState.Due or OccurrenceState.Queued))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Holds the ledger against what the chat server has.</summary>
    public async Task<LedgerAudit> AuditAsync(int slotsOfEach, CancellationToken cancellationToken) => await LedgerAudit.RunAsync(
        await SchedulesAsync(cancellationToken),
        Get<OccurrenceStore>(),
        Get<PostStore>(),
        Server.Messages.GroupBy(message => (message.Channel, message.Nonce)).ToDictionary(group => group.Key, group => group.Count()),
        slotsOfEach,
        cancellationToken);

    /// <summary>Something new on every topic.</summary>
    public async Task AddNewsAsync(CancellationToken cancellationToken)
    {
        Source source = await Get<SourceStore>().AddAsync(
            Space, new NewSource(SourceKeys.Import(Space, "Wire"), SourceKind.Import, "Wire", null, null), cancellationToken);
        int number = Interlocked.Increment(ref _articles);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await Get<ArticleIntake>().StoreAsync(
            [.. Topics.Select(topic => (source, Articles.Article($"The {topic} in report {number}", Text(topic, number), now)))], null, cancellationToken);
        await Get<StoryGrouper>().RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await Server.DisposeAsync();
    }

    // Long enough for more than one part.
    private static string Text(string topic, int number) => string.Join(' ', Enumerable.Range(1, 6).Select(sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"Inspectors of the {topic} counted {number * 100 + sentence} visitors on their round, which the council of the town called a good sign for the season.")));
}
