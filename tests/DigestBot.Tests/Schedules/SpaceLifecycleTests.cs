using System.Data.Common;
using Dapper;
using DigestBot.News;
using DigestBot.Schedules;
using DigestBot.Schedules.Engine;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;

namespace DigestBot.Tests.Schedules;

/// <summary>A space that the bot leaves, comes back to, or is asked to forget.</summary>
public abstract class SpaceLifecycleTests(string provider) : IAsyncLifetime
{
    private const string Secret = "Quizzical";

    private TestBot _bot = null!;
    private Ledger _ledger = null!;
    private Space _space = null!;
    private Space _other = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SpaceLifecycle Lifecycle => _bot.Get<SpaceLifecycle>();

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(provider, Cancel);
        _ledger = new Ledger(_bot);
        _space = await _bot.SpaceAsync("discord:1", Cancel);
        _other = await _bot.SpaceAsync("discord:2", Cancel);
    }

    [Fact]
    public async Task Where_it_was_removed_nothing_is_posted_from_then_on_and_all_goes_on_when_it_is_back()
    {
        Schedule schedule = await _ledger.ScheduleAsync(channel: await _ledger.ChannelAsync("discord:11", _space), space: _space);
        Schedule theirs = await _ledger.ScheduleAsync(channel: await _ledger.ChannelAsync("discord:12", _other), space: _other);

        await Lifecycle.LeftAsync(_space.Key, Cancel);
        Assert.True((await ChannelOfAsync(schedule)).IsParked);
        Assert.False((await ChannelOfAsync(theirs)).IsParked);

        _bot.Clock.Advance(TimeSpan.FromDays(29));
        await Lifecycle.EraseDueAsync(Cancel);
        await Lifecycle.JoinedAsync(_space.Key, Cancel);
        _bot.Clock.Advance(TimeSpan.FromDays(60));
        await Lifecycle.EraseDueAsync(Cancel);

        Assert.False((await ChannelOfAsync(schedule)).IsParked);
        Assert.Single(await _ledger.Schedules.ListAsync(_space, Cancel));
    }

    [Fact]
    public async Task A_channel_that_was_parked_before_stays_parked_when_it_is_back()
    {
        Schedule schedule = await _ledger.ScheduleAsync(channel: await _ledger.ChannelAsync("discord:11", _space), space: _space);
        await _ledger.WriteAsync(transaction => _ledger.Channels.RefusedAsync(transaction, schedule.Channel, "Gone.", 1));
        _bot.Clock.Advance(TimeSpan.FromHours(1));

        await Lifecycle.LeftAsync(_space.Key, Cancel);
        await Lifecycle.JoinedAsync(_space.Key, Cancel);

        Assert.Equal("Gone.", (await ChannelOfAsync(schedule)).ParkedReason);
    }

    [Fact]
    public async Task Some_time_after_it_was_removed_everything_is_erased()
    {
        await FillAsync(_space);
        await Lifecycle.LeftAsync(_space.Key, Cancel);
        _bot.Clock.Advance(TimeSpan.FromDays(30));

        await Lifecycle.EraseDueAsync(Cancel);

        await IsErasedAsync();
    }

    [Fact]
    public async Task What_is_forgotten_is_nowhere_and_the_ledger_keeps_its_keys()
    {
        await FillAsync(_space);
        long keys = await CountAsync("SELECT count(*) FROM post");

        Assert.True(await Lifecycle.ForgetAsync(_space, Cancel));

        await IsErasedAsync();
        Assert.Equal(keys, await CountAsync("SELECT count(*) FROM post"));
        Assert.True(await CountAsync("SELECT count(*) FROM occurrence") > 0);
    }

    [Fact]
    public async Task Others_keep_what_they_have_and_see_the_same()
    {
        await FillAsync(_space);
        await FillAsync(_other, "Theirs");
        Source shared = await FollowBothAsync();
        string before = await EndToEnd.Tenancy.Outlook.OfAsync(_bot, _other);

        Assert.True(await Lifecycle.ForgetAsync(_space, Cancel));
        await _bot.Get<LedgerRetention>().RunAsync(Cancel);

        Assert.Equal(before, await EndToEnd.Tenancy.Outlook.OfAsync(_bot, _other));
        Assert.NotNull(await _bot.Get<SourceStore>().FindAsync(_other, shared.Name, Cancel));
        Assert.Null(await _bot.Get<SourceStore>().FindAsync(_space, shared.Name, Cancel));
        Assert.Single(await _ledger.Schedules.ListAsync(_other, Cancel));
        await _bot.Get<Database>().ReadAsync(AuditAsync, Cancel);
    }

    [Fact]
    public async Task What_is_set_up_afterwards_stays()
    {
        await FillAsync(_space);
        await _bot.Get<SpaceLifecycleStore>().AskAsync(_space, Cancel);
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Schedule later = await _ledger.ScheduleAsync("Later", await _ledger.ChannelAsync("discord:11", _space), space: _space);

        await Lifecycle.EraseDueAsync(Cancel);

        Assert.Equal(later.Id, Assert.Single(await _ledger.Schedules.ListAsync(_space, Cancel)).Id);
        Assert.Equal("discord:11", (await ChannelOfAsync(later)).Address.ToString());
    }

    [Fact]
    public async Task While_something_is_on_its_way_it_is_not_done_and_the_next_run_finishes()
    {
        Schedule schedule = await _ledger.ScheduleAsync(Secret, await _ledger.ChannelAsync("discord:11", _space), space: _space);
        await _ledger.QueueAsync(schedule, "2026-03-01/0");
        TakenPost taken = Assert.Single(await _ledger.TakeAsync());
        Assert.True(await _ledger.BeginAsync(taken));

        Assert.False(await Lifecycle.ForgetAsync(_space, Cancel));
        Assert.True(await _ledger.DeliveredAsync(taken));
        await Lifecycle.EraseDueAsync(Cancel);

        Assert.Empty(await _bot.Get<SpaceLifecycleStore>().DueAsync(10, Cancel));
        await IsErasedAsync();
    }

    [Theory]
    [InlineData("schedule", "OLD.removed_at IS NULL")]
    [InlineData("post", "OLD.occurrence_id IS NULL AND OLD.finished_at IS NULL")]
    [InlineData("post", "OLD.finished_at IS NOT NULL")]
    [InlineData("digest")]
    [InlineData("conversation")]
    [InlineData("shown")]
    [InlineData("occurrence")]
    [InlineData("schedule", "OLD.removed_at IS NOT NULL")]
    [InlineData("channel")]
    [InlineData("article", "EXISTS (SELECT 1 FROM source WHERE source.id = OLD.source_id AND source.articles = 250)")]
    [InlineData("article", "EXISTS (SELECT 1 FROM source WHERE source.id = OLD.source_id AND source.articles = 150)")]
    [InlineData("space_hidden")]
    [InlineData("source_setting")]
    [InlineData("space_source")]
    [InlineData("term_frequency", "NOT EXISTS (SELECT 1 FROM space_source)")]
    [InlineData("source", "OLD.articles = 0 AND NOT EXISTS (SELECT 1 FROM space_source)")]
    [InlineData("space")]
    public async Task Stopped_anywhere_the_chore_finishes_what_was_begun(string table, string when = "1 = 1")
    {
        await FillAsync(_space);
        EraseSpaces chore = _bot.Get<IEnumerable<IChore>>().OfType<EraseSpaces>().Single();
        await _bot.Get<SpaceLifecycleStore>().AskAsync(_space, Cancel);
        await ChangeAsync(StopAt(table, when));

        Exception stopped = await Assert.ThrowsAnyAsync<Exception>(() => chore.RunAsync(Cancel));
        Assert.Contains("stopped", stopped.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await _bot.Get<SpaceLifecycleStore>().DueAsync(10, Cancel));
        await ChangeAsync(provider == "sqlite" ? "DROP TRIGGER stop; DROP TRIGGER stop_delete" : $"DROP TRIGGER stop ON {table}");
        await chore.RunAsync(Cancel);

        Assert.Empty(await _bot.Get<SpaceLifecycleStore>().DueAsync(10, Cancel));
        await IsErasedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<bool> AuditAsync(DbConnection connection)
    {
        await StoreAudit.IsSoundAsync(connection);
        return true;
    }

    // Of everything something, with a word that must not be found anywhere afterwards.
    private async Task FillAsync(Space space, string word = Secret)
    {
        string channel = $"{space.Key}1";
        await _bot.ImportAsync(
            space, $"{word} News", Cancel, [.. Enumerable.Range(0, 250).Select(i => Articles.Article($"{word} headline {i}", $"The {word} report number {i} was read out."))]);
        Source wire = await _bot.Get<SourceStore>().AddAsync(_bot.Operator, new NewSource("wire", SourceKind.Import, "Wire", null, null), Cancel);
        await _bot.Get<HiddenSourceStore>().HideAsync(space, wire, Cancel);
        await _bot.Get<SourceSettingStore>().SetAsync(space, wire, new(SourceTier.Minor, 40), Cancel);
        await _bot.DigestAsync(space, word, Cancel);
        await _bot.Get<ConversationStore>().SaveAsync(space, channel, new("digest", [new($"what of {word}?", false, [])]), Cancel);
        Schedule schedule = await _ledger.ScheduleAsync(word, await _ledger.ChannelAsync(channel, space), $"{channel}9", space);
        long slot = await _ledger.QueueAsync(schedule, "2026-03-01/0", parts: 2);
        await _ledger.SendAllAsync();
        await _ledger.WriteAsync(transaction => _bot.Get<ShownStore>().AddAsync(transaction, [new(schedule.Channel.Id, 7, slot)]));
        await _ledger.WriteAsync(transaction => _bot.Get<DigestStore>().AddAsync(transaction, [space.Id], $"{word}-d", 1, $"{{{word}}}", []));
        await _ledger.WriteAsync(transaction => _ledger.Posts.AddAsync(transaction, [_ledger.Notice($"{space.Key}/notice", schedule.Channel, $"{word} notice")]));
    }

    // What a process that dies there leaves: the step that touches such a row is undone, and none follows.
    private string StopAt(string table, string when) => provider == "sqlite"
        ? $"""
          CREATE TRIGGER stop BEFORE UPDATE ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'stopped'); END;
          CREATE TRIGGER stop_delete BEFORE DELETE ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'stopped'); END;
          """
        : $"""
          CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF {when} THEN RAISE EXCEPTION 'stopped'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$;
          CREATE TRIGGER stop BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION stop();
          """;

    private Task<int> ChangeAsync(string sql) =>
        _bot.Get<Database>().WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancel);

    private async Task<Source> FollowBothAsync()
    {
        var feed = new NewSource("location:https://both.example/feed", SourceKind.Feed, "Both Post", "https://both.example/feed", null);
        await _bot.Get<SourceStore>().AddAsync(_space, feed, Cancel);
        return await _bot.Get<SourceStore>().AddAsync(_other, feed, Cancel);
    }

    private async Task IsErasedAsync()
    {
        await _bot.Get<LedgerRetention>().RunAsync(Cancel);
        foreach ((string table, string text) in ((string, string)[])
            [("article", "title"), ("source", "name"), ("schedule", "name"), ("conversation", "questions"), ("digest", "document"), ("body", "text")])
        {
            Assert.Equal((table, 0L), (table, await CountAsync($"SELECT count(*) FROM {table} WHERE {text} LIKE '%{Secret}%'")));
        }

        Assert.Empty(await _bot.Get<ArticleIndex>().OwnScopesAsync(_space, Cancel));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM source_setting WHERE space_id = {_space.Id}"));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM channel WHERE space_id = {_space.Id} AND address NOT LIKE 'discord:erased-%'"));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM shown s JOIN channel c ON c.id = s.channel_id WHERE c.space_id = {_space.Id}"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM schedule WHERE origin LIKE 'discord:1%' OR topic IS NOT NULL"));
        await _bot.Get<Database>().ReadAsync(AuditAsync, Cancel);
        Assert.DoesNotContain(await _bot.Get<OccurrenceStore>().RecentAsync(_space, 10, Cancel), run => run.Schedule.Length == 0);
    }

    private Task<long> CountAsync(string sql) =>
        _bot.Get<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), Cancel);

    private async Task<Channel> ChannelOfAsync(Schedule schedule) =>
        (await _ledger.Schedules.ListAsync(schedule.Space, Cancel)).Single(one => one.Id == schedule.Id).Channel;
}

public sealed class SqliteSpaceLifecycleTests() : SpaceLifecycleTests("sqlite");

public sealed class PostgresSpaceLifecycleTests() : SpaceLifecycleTests("postgresql");
