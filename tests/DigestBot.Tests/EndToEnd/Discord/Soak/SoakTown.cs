using System.Globalization;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Chat;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Hosting;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Stories;
using DigestBot.Tests.EndToEnd.Killing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Tests.EndToEnd.Discord.Soak;

/// <summary>A Discord on the real clock, and the store of the bots in it, which this process fills and holds against what stands in the channels.</summary>
internal sealed class SoakTown : IAsyncDisposable
{
    private const int Schedules = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly IHost _host;
    private int _editions;

    private SoakTown(FakeDiscordServer discord, IHost host, IReadOnlyList<(string, string)> settings)
    {
        (Discord, _host, Settings) = (discord, host, settings);
        Reader = discord.World.AddUser("Bo");
        Guild = discord.Guilds.AddGuild("Readers");
        discord.Guilds.Join(Guild, Reader);
        Talk = discord.Guilds.AddChannel(Guild, "talk");
    }

    public FakeDiscordServer Discord { get; }

    public FakeGuild Guild { get; }

    public FakeUser Reader { get; }

    /// <summary>Where nothing is posted and people ask.</summary>
    public FakeChannel Talk { get; }

    /// <summary>What the programs have to be started with.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; }

    private Space Space { get; set; } = null!;

    public static async Task<SoakTown> OpenAsync(string connection, CancellationToken cancellationToken)
    {
        FakeDiscordServer discord = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(5), JournalLines = 1_000 }, cancellationToken: cancellationToken);
        (string Name, string Value)[] settings =
        [
            ("Store:Provider", "postgresql"), ("Store:ConnectionString", connection),
            ("Discord:Token", discord.Options.Token), ("Discord:ApiUrl", $"{discord.Api}/v10/"), ("Discord:ShardLease", "00:00:12"),
            ("Schedules:LookInterval", "00:00:01"), ("Schedules:CheckInInterval", "00:00:01"), ("Schedules:Lease", "00:00:05"),
            ("Delivery:Lease", "00:00:13"), ("Delivery:SendTimeout", "00:00:05"), ("Delivery:FirstDelay", "00:00:00.200"),
            ("Delivery:MaxDelay", "00:00:10"), ("Delivery:MaxAttempts", "200"),
        ];
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddDigestBot(TimeProvider.System);
        var town = new SoakTown(discord, builder.Build(), [.. settings.Select(setting => (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value))]);
        town.Space = await town.Get<SpaceStore>().GetOrAddAsync($"discord:{town.Guild.Id}", cancellationToken);
        return town;
    }

    /// <summary>Schedules with a channel each, of every kind that digests go to.</summary>
    public async Task AddSchedulesAsync(DateTimeOffset start, int slots, TimeSpan spacing, CancellationToken cancellationToken)
    {
        string zone = KillBench.ZoneAwayFromMidnight();
        for (int i = 0; i < Schedules; i++)
        {
            (ChannelKind kind, PostingPlace wishes) = KindOf(i);
            FakeChannel place = Discord.Guilds.AddChannel(Guild, string.Create(CultureInfo.InvariantCulture, $"news-{i}"), kind);
            var address = new ChannelRef(ChatPlatform.Discord, $"{place.Id}");
            PostingTime[] times =
            [
                .. Enumerable.Range(0, slots).Select(slot => new PostingTime(slot, TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(
                    start + (i * spacing / Schedules) + (slot * spacing), TimeZoneInfo.FindSystemTimeZoneById(zone)).TimeOfDay))),
            ];
            var settings = new ScheduleSettings(
                $"schedule {i}", "iraq", times, Weekdays.All, zone, (int)DailyNews.Stories, IfEmpty.Post, TimeSpan.FromHours(2), null, null);
            Assert.IsType<ScheduleChange.Done>(await Get<ScheduleManager>().AddAsync(
                Space, address, settings, $"discord:{Talk.Id}", "test", cancellationToken));
            await Get<ChannelStore>().ReferAsync(address, known: null, wishes.Write(), cancellationToken);
        }
    }

    /// <summary>Something new on every story.</summary>
    public async Task AddNewsAsync(CancellationToken cancellationToken)
    {
        Source source = await Get<SourceStore>().AddAsync(
            Space, new NewSource(SourceKeys.Import(Space, "Wire"), SourceKind.Import, "Wire", null, null), cancellationToken);
        IReadOnlyList<IncomingArticle> news = DailyNews.Edition(++_editions, TimeProvider.System.GetUtcNow());
        await Get<ArticleIntake>().StoreAsync([.. news.Select(article => (source, article))], null, cancellationToken);
        await Get<StoryGrouper>().RunAsync(cancellationToken);
    }

    /// <summary>News before every slot.</summary>
    public async Task ReportNewsAsync(DateTimeOffset end, TimeSpan spacing, CancellationToken cancellationToken)
    {
        while (TimeProvider.System.GetUtcNow() < end)
        {
            await AddNewsAsync(cancellationToken);
            await Task.Delay(spacing, cancellationToken);
        }
    }

    /// <summary>Waits until every slot of every schedule has come to its end.</summary>
    public async Task SettlesAsync(int slotsOfEach, CancellationToken cancellationToken)
    {
        DateTimeOffset last = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < last && !await IsSettledAsync(slotsOfEach, cancellationToken))
        {
            await Task.Delay(500, cancellationToken);
        }
    }

    public async Task<LedgerAudit> AuditAsync(int slotsOfEach, CancellationToken cancellationToken) => await LedgerAudit.RunAsync(
        await Get<ScheduleStore>().ListAsync(Space, cancellationToken), Get<OccurrenceStore>(), Get<PostStore>(), Nonces(), slotsOfEach, cancellationToken);

    /// <summary>What the bot said in a channel in answer to a message.</summary>
    public int AnswersTo(FakeMessage question)
    {
        lock (Discord.World.Gate)
        {
            return question.Channel.Messages.Values.Count(message => message.AnswerTo == question);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await Discord.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    // Every part has its nonce in its buttons. Threads and posts count for the channel that they are in.
    private Dictionary<(string Channel, string Nonce), int> Nonces()
    {
        lock (Discord.World.Gate)
        {
            return Discord.World.Channels.Values.SelectMany(channel => channel.Messages.Values)
                .Select(message => ($"{(message.Channel.IsThread ? message.Channel.Parent! : message.Channel).Id}", Nonce: NonceOf(message)))
                .Where(found => found.Nonce is not null)
                .GroupBy(found => (found.Item1, found.Nonce!))
                .ToDictionary(group => group.Key, group => group.Count());
        }
    }

    private static string? NonceOf(FakeMessage message) => message.AllComponents()
        .Select(component => ((string?)component["custom_id"])?.Split(':'))
        .FirstOrDefault(id => id is { Length: 5 })?[4];

    private static (ChannelKind Kind, PostingPlace Wishes) KindOf(int number) => (number % 6) switch
    {
        1 => (ChannelKind.Text, new PostingPlace { ThreadPerDigest = true }),
        2 => (ChannelKind.Announcement, new PostingPlace { Crosspost = true }),
        3 => (ChannelKind.Forum, new PostingPlace()),
        _ => (ChannelKind.Text, new PostingPlace()),
    };

    private async Task<bool> IsSettledAsync(int slotsOfEach, CancellationToken cancellationToken)
    {
        foreach (Schedule schedule in await Get<ScheduleStore>().ListAsync(Space, cancellationToken))
        {
            IReadOnlyList<Occurrence> slots = await Get<OccurrenceStore>().HistoryAsync(schedule.Id, 100, null, cancellationToken);
            if (slots.Count < slotsOfEach || slots.Any(slot => slot.State is OccurrenceState.Due or OccurrenceState.Queued))
            {
                return false;
            }
        }

        return true;
    }
}
