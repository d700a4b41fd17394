using System.Text.Json;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Suggestions;
using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Commands.Follows;

/// <summary>What single people follow, and when nothing is sent to them: asked for in a server, kept in a space of their own.</summary>
public abstract class FollowTests(string provider) : IAsyncLifetime
{
    private const string Somebody = "discord:78";

    private readonly FakePersonalChats _people = new();
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(
            provider, services => services.AddSingleton<IPersonalChats>(_people), Cancel, new KeyValuePair<string, string?>("Limits:FollowsPerPerson", "3"));
        _room = (await ChatRoom.OpenAsync(_bot, Cancel)) with { IsManager = false };
    }

    [Fact]
    public async Task A_topic_is_followed_at_eight_in_the_person_s_zone_in_a_space_of_their_own()
    {
        await SayAsync("/me timezone Baghdad");

        var shown = Assert.IsType<Reply.OfFollows>(await SayAsync("/follow iraq"));

        Schedule schedule = Assert.Single(shown.Follows);
        Assert.Equal(("discord:77", "discord:977"), (schedule.Space.Key, schedule.Channel.Address.ToString()));
        Assert.Equal(("iraq", "Asia/Baghdad", new TimeOnly(8, 0)), (schedule.Settings.Topic, schedule.Settings.Zone, schedule.Settings.Times[0].Time));
        Assert.Equal(IfEmpty.Skip, schedule.Settings.IfEmpty);
        Assert.True(shown.IsPrivate);
        Assert.Equal("You follow “iraq”: what is new comes to you directly, and nothing comes where nothing is new.", Plain(shown.Done!));
        Assert.Contains("every day at 08:00 · Asia/Baghdad", Plain(_room.Print(shown)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/follow iraq at:07:30", "iraq", "07:30", Weekdays.All, "Etc/UTC")]
    [InlineData("/follow iraq at 07:30", "iraq", "07:30", Weekdays.All, "Etc/UTC")]
    [InlineData("/follow climate talks at 6am weekdays Europe/Paris", "climate talks", "06:00", Weekdays.Workdays, "Europe/Paris")]
    [InlineData("/follow apollo 11", "apollo 11", "08:00", Weekdays.All, "Etc/UTC")]
    [InlineData("/follow iraq days:mon zone:Europe/Paris", "iraq", "08:00", Weekdays.Monday, "Europe/Paris")]
    internal async Task The_hour_may_be_said_as_people_say_it(string text, string topic, string at, Weekdays days, string zone)
    {
        Schedule schedule = Assert.Single(Assert.IsType<Reply.OfFollows>(await SayAsync(text)).Follows);

        Assert.Equal(
            (topic, at, days, zone),
            (schedule.Settings.Topic, schedule.Settings.Times[0].Time.ToString("HH:mm", null), schedule.Settings.Days, schedule.Settings.Zone));
    }

    [Fact]
    public async Task Following_again_changes_the_hour_and_whose_news_it_is_and_adds_nothing()
    {
        await SayAsync("/follow iraq");
        Space other = await _bot.SpaceAsync("discord:2", Cancel);

        await (_room with { Space = other }).SayAsync("/follow Iraq at:09:15");

        Schedule only = Assert.Single(await ListAsync(ChatRoom.Manager));
        Assert.Equal(("iraq", new TimeOnly(9, 15)), (only.Settings.Topic, only.Settings.Times[0].Time));
        Assert.Equal("discord:2", (await _bot.Get<FollowStore>().OfSchedulesAsync([only.Id], Cancel))[only.Id].Space.Key);
    }

    [Fact]
    public async Task Nobody_else_sees_or_ends_it_and_the_server_s_schedules_do_not_show_it()
    {
        await SayAsync("/follow iraq");
        ChatRoom manager = _room with { IsManager = true };

        Assert.Empty(Assert.IsType<Reply.OfFollows>(await SayAsync("/unfollow", Somebody)).Follows);
        Assert.Equal("You do not follow “iraq”; /unfollow lists what you follow.", Plain(Assert.IsType<Reply.Refusal>(await SayAsync("/unfollow iraq", Somebody)).Sentence));
        Assert.Empty(Assert.IsType<Reply.OfSchedules>(await manager.SayAsync("/schedule list")).Schedules);
        Assert.Empty(await SuggestAsync("unfollow", Somebody));
        Assert.Single(await ListAsync(ChatRoom.Manager));
        Assert.Equal(["iraq"], await SuggestAsync("unfollow", ChatRoom.Manager));
    }

    [Fact]
    public async Task Unfollowing_ends_it_and_what_waits_of_it()
    {
        await SayAsync("/follow iraq");
        await SayAsync("/follow floods");
        var ledger = new DigestBot.Tests.Store.Ledger(_bot);
        Schedule iraq = (await ListAsync(ChatRoom.Manager)).Single(one => one.Settings.Topic == "iraq");
        await ledger.QueueAsync(iraq, "2026-03-02/0");

        var rest = Assert.IsType<Reply.OfFollows>(await SayAsync("/unfollow IRAQ"));

        Assert.Equal("You no longer follow “iraq”.", Plain(rest.Done!));
        Assert.Contains("What you follow: 1", _room.Print(rest), StringComparison.Ordinal);
        Assert.Equal(["floods"], rest.Follows.Select(one => one.Settings.Topic));
        Assert.Empty(await ledger.TakeAsync());
    }

    [Fact]
    public async Task All_news_can_be_followed_and_ended_by_any_of_their_names()
    {
        Assert.Null(Assert.Single(Assert.IsType<Reply.OfFollows>(await SayAsync("/follow everything")).Follows).Settings.Topic);

        Assert.Empty(Assert.IsType<Reply.OfFollows>(await SayAsync("/unfollow all news")).Follows);
    }

    [Fact]
    public async Task Whoever_asks_twice_at_once_follows_once()
    {
        ChatMessage said = _room.Message("/follow iraq");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _room.SendAsync(said), Cancel)));

        Assert.Single(await ListAsync(ChatRoom.Manager));
    }

    [Fact]
    public async Task One_person_follows_so_many_and_no_more_and_others_are_not_counted()
    {
        foreach (string topic in (string[])["a1", "b2", "c3"])
        {
            Assert.IsType<Reply.OfFollows>(await SayAsync($"/follow {topic}"));
        }

        Assert.Equal(
            "You follow 3 topics and stories already, as many as one person may; end one with /unfollow first.",
            Assert.IsType<Reply.Refusal>(await SayAsync("/follow d4")).Sentence);
        Assert.IsType<Reply.OfFollows>(await SayAsync("/follow a1 at:10:00"));
        Assert.IsType<Reply.OfFollows>(await SayAsync("/follow d4", Somebody));
        Assert.Equal(3, (await ListAsync(ChatRoom.Manager)).Count);
    }

    [Theory]
    [InlineData("/follow iraq at:25:00", "25:00")]
    [InlineData("/follow at:07:30", "/follow iraq at:07:30")]
    [InlineData("/me quiet-hours late", "Quiet hours are a span such as 22:00-07:00, or off, not “late”.")]
    [InlineData("/me quiet-hours", "/me quiet-hours <value>")]
    public async Task What_cannot_be_done_is_refused_in_one_sentence(string text, string said) =>
        Assert.Contains(said, Plain(Assert.IsType<Reply.Refusal>(await SayAsync(text)).Sentence), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "add the app for yourself")]
    [InlineData(false, "ask again in a minute")]
    public async Task Whoever_cannot_be_written_to_is_told_what_to_do(bool closed, string said)
    {
        _people.Answer = closed ? new PersonalChat.Closed() : new PersonalChat.NotKnown();

        Assert.Contains(said, Assert.IsType<Reply.Refusal>(await SayAsync("/follow iraq")).Sentence, StringComparison.Ordinal);
        Assert.Contains(said, Assert.IsType<Reply.Refusal>(await SayAsync("/me quiet-hours 22-7")).Sentence, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(ChatRoom.Manager));
    }

    [Fact]
    public async Task In_direct_messages_the_same_is_followed_and_ended_whatever_was_asked_in_the_server()
    {
        await SayAsync("/follow iraq");
        Space home = await _bot.SpaceAsync(ChatRoom.Manager, Cancel);
        ChatMessage direct = _room.Message("/unfollow") with { Space = home, Channel = "discord:977", Person = ChatRoom.Manager, IsAlone = true, IsManager = true };

        Schedule only = Assert.Single(Assert.IsType<Reply.OfFollows>(await _room.SendAsync(direct)).Follows);
        Assert.IsType<Reply.OfFollows>(await _room.SendAsync(direct with { Text = "/follow iraq at:06:00" }));
        Assert.Equal("discord:1", (await _bot.Get<FollowStore>().OfSchedulesAsync([only.Id], Cancel))[only.Id].Space.Key);
        Assert.Equal(["follow iraq"], Assert.IsType<Reply.OfSchedules>(await _room.SendAsync(direct with { Text = "/schedule list" })).Schedules.Select(one => one.Settings.Name));
        Assert.IsType<Reply.OfFollows>(await _room.SendAsync(direct with { Text = "/unfollow iraq" }));
        Assert.Empty(await ListAsync(ChatRoom.Manager));
    }

    [Fact]
    public async Task Zone_and_language_that_somebody_sets_later_hold_for_what_they_follow()
    {
        await SayAsync("/follow iraq at:07:30");
        await SayAsync("/me quiet-hours 22:00-07:00");
        await SayAsync("/me language fr");
        await SayAsync("/me timezone Baghdad");

        Schedule schedule = Assert.Single(await ListAsync(ChatRoom.Manager));
        DirectChat chat = (await _bot.Get<DirectChatStore>().FindAsync(ChatRoom.Manager, Cancel))!;
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 4, 30, 0, TimeSpan.Zero), schedule.NextDue);
        Assert.Equal(("Asia/Baghdad", "fr", new QuietHours(new(22, 0), new(7, 0))), (chat.TimeZone, chat.Language, chat.Quiet));
    }

    [Fact]
    public async Task What_somebody_follows_is_shown_exported_and_forgotten_with_its_schedules()
    {
        await SayAsync("/follow Quizzical affairs at:07:30");
        await SayAsync("/follow theirs", Somebody);
        await SayAsync("/me quiet-hours 22:00-07:00");
        var ledger = new DigestBot.Tests.Store.Ledger(_bot);
        Schedule schedule = Assert.Single(await ListAsync(ChatRoom.Manager));
        await ledger.QueueAsync(schedule, "2026-03-01/0");
        Assert.True(await ledger.DeliveredAsync(Assert.Single(await ledger.TakeAsync())));

        string shown = Plain(_room.Print(await SayAsync("/me")));
        Assert.Contains("You follow: Quizzical affairs", shown, StringComparison.Ordinal);
        Assert.Contains("Quiet hours for direct messages: 22:00–07:00", shown, StringComparison.Ordinal);
        JsonElement document = JsonDocument.Parse(Assert.IsType<Reply.OfHoldings>(await SayAsync("/me export")).Document).RootElement;
        Assert.Equal("07:30", document.GetProperty("follows")[0].GetProperty("at")[0].GetString());
        Assert.Equal("22:00", document.GetProperty("quietHours").GetProperty("from").GetString());
        Assert.Equal(1, document.GetProperty("follows").GetArrayLength());

        string asked = Assert.IsType<Reply.Plain>(await SayAsync("/me forget")).Sentence;
        await SayAsync($"/me forget {asked[(asked.LastIndexOf(' ') + 1)..]}");

        Assert.Empty(await ListAsync(ChatRoom.Manager));
        Assert.Null(await _bot.Get<DirectChatStore>().FindAsync(ChatRoom.Manager, Cancel));
        Assert.Single(await ListAsync(Somebody));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM schedule WHERE topic LIKE '%uizzical%' OR name LIKE '%uizzical%' OR created_by = 'discord:77'"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM post WHERE body IS NOT NULL"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM follow"));
    }

    [Fact]
    public async Task What_was_followed_once_is_forgotten_some_time_after_it_ended()
    {
        await SayAsync("/follow Quizzical");
        await SayAsync("/follow floods");
        await SayAsync("/unfollow Quizzical");
        _bot.Clock.Advance(TimeSpan.FromDays(400));

        await _bot.Get<LedgerRetention>().RunAsync(Cancel);

        Assert.Equal(0, await CountAsync("SELECT count(*) FROM schedule WHERE topic = 'Quizzical'"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM follow"));
        Assert.Equal("floods", Assert.Single(await ListAsync(ChatRoom.Manager)).Settings.Topic);
    }

    [Fact]
    public async Task A_server_that_is_erased_takes_its_own_news_with_it_and_not_what_people_follow()
    {
        await SayAsync("/follow iraq");

        Assert.True(await _bot.Get<SpaceLifecycle>().ForgetAsync(_room.Space, Cancel));

        Schedule kept = Assert.Single(await ListAsync(ChatRoom.Manager));
        Assert.Equal(ChatRoom.Manager, (await _bot.Get<FollowStore>().OfSchedulesAsync([kept.Id], Cancel))[kept.Id].Space.Key);
        Assert.True(await _bot.Get<SpaceLifecycle>().ForgetAsync(kept.Space, Cancel));
        Assert.Equal(0, await CountAsync("SELECT (SELECT count(*) FROM follow) + (SELECT count(*) FROM direct_chat)"));
    }

    [Fact]
    public async Task Whoever_does_not_let_us_write_is_told_once_and_follow_goes_on()
    {
        await SayAsync("/follow iraq");
        Channel channel = (await _bot.Get<DirectChatStore>().FindAsync(ChatRoom.Manager, Cancel))!.Channel;
        await _bot.Get<ChannelParking>().ClosedAsync(channel, "This person takes no direct messages from me.", Cancel);

        Assert.Equal("What you follow is paused, because I may not write to you directly. Let me, then say /follow, and it goes on.", await TroubleAsync());
        Assert.Null(await TroubleAsync());
        Assert.Empty(await _bot.Get<ChannelStore>().TakeParkedAsync(10, Cancel));
        Assert.Contains("iraq · paused", Plain(_room.Print(await SayAsync("/unfollow"))), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("What you follow comes to you again.", Assert.IsType<Reply.OfFollows>(await SayAsync("/follow")).Done);
        Assert.False(Assert.Single(await ListAsync(ChatRoom.Manager)).Channel.IsParked);
    }

    [Fact]
    public async Task Where_the_samples_stand_in_nothing_is_followed() => Assert.StartsWith(
        "The news here is made of samples",
        Assert.IsType<Reply.Refusal>(await _room.SendAsync(_room.Message("/follow iraq") with { OnSamples = true })).Sentence,
        StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Plain(string printed) => string.Concat(printed.Where(c => c is not ('\u2068' or '\u2069')));

    private async Task<Reply> SayAsync(string text, string person = ChatRoom.Manager) => await _room.SendAsync(_room.Message(text) with
    {
        Person = person,
        Own = await _bot.Get<PersonStore>().FindAsync(_room.Space, person, Cancel),
    });

    private Task<string?> TroubleAsync() => _bot.Get<DigestBot.Commands.Follows.DirectChats>().TakeTroubleAsync(_room.Message(""), Phrases.English, Cancel);

    private Task<IReadOnlyList<Schedule>> ListAsync(string person) => _bot.Get<FollowStore>().ListAsync(person, Cancel);

    private async Task<string[]> SuggestAsync(string command, string person) =>
    [
        .. (await _bot.Get<Suggester>().FindAsync(new(_room.Message("") with { Person = person }, command, null, "topic", ""), Cancel)).Select(found => found.Value),
    ];

    private Task<long> CountAsync(string query) =>
        _bot.Get<Database>().ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, query), Cancel);
}

public sealed class SqliteFollowTests() : FollowTests("sqlite");

public sealed class PostgresFollowTests() : FollowTests("postgresql");
