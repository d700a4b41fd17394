using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules;

/// <summary>Whose news somebody is brought who follows a topic: those of where they asked for it, as long as they are there.</summary>
public abstract class FollowedNewsTests(string provider) : IAsyncLifetime
{
    private const string Person = "discord:77";

    private SlotRunnerTown _town = null!;
    private Space _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _town = await SlotRunnerTown.FoundAsync(provider);
        _server = await _town.Bot.SpaceAsync("discord:1", Cancel);
        await _town.PublishAsync(_town.Bot.Operator, "Shared Wire", "Alder");
        await _town.PublishAsync(_server, "Own Wire", "Birch");
        await _town.PublishAsync(await _town.Bot.SpaceAsync("discord:2", Cancel), "Their Wire", "Cedar");
    }

    [Fact]
    public async Task A_member_is_brought_the_server_s_own_news_and_nobody_else_s()
    {
        await RunAsync(await FollowAsync());

        string shown = string.Join('\n', (await _town.OutboxAsync()).Select(post => post.Body));
        Assert.Contains("Birch", shown, StringComparison.Ordinal);
        Assert.Contains("Alder", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Cedar", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_can_be_asked_about_in_the_person_s_own_space()
    {
        Schedule follow = await FollowAsync();
        await RunAsync(follow);

        string digest = (await _town.LastAsync(follow)).DigestId!;

        Assert.NotNull(await _town.Bot.Get<DigestBot.Digests.DigestArchive>().FindAsync(follow.Space, digest, Cancel));
        Assert.Null(await _town.Bot.Get<DigestBot.Digests.DigestArchive>().FindAsync(_server, digest, Cancel));
    }

    [Fact]
    public async Task Whoever_has_left_is_brought_what_everybody_sees_and_no_more()
    {
        _town.People.Gone.Add(Person);

        await RunAsync(await FollowAsync());

        string shown = Assert.Single(await _town.OutboxAsync()).Body;
        Assert.Contains("Alder", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_platform_does_not_say_whether_they_are_there_it_is_asked_again_and_then_less_is_brought()
    {
        _town.People.IsSilent = true;
        Schedule follow = await FollowAsync();
        await RunAsync(follow);
        Assert.Empty(await _town.OutboxAsync());
        Assert.Equal(OccurrenceState.Due, (await _town.LastAsync(follow)).State);

        for (int attempt = 1; attempt < 5; attempt++)
        {
            _town.Bot.Clock.Advance(TimeSpan.FromMinutes(17));
            await _town.RunAsync();
        }

        string shown = Assert.Single(await _town.OutboxAsync()).Body;
        Assert.Contains("Alder", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Birch", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_fails_stops_nobody_else_s_slots()
    {
        _town.People.IsBroken = true;
        Schedule other = await _town.ScheduleAsync("discord:2", "22");

        await RunAsync(await FollowAsync(), other);

        Assert.All(await _town.OutboxAsync(), post => Assert.Equal("discord:22", post.Channel));
        Assert.Equal(OccurrenceState.Queued, (await _town.LastAsync(other)).State);
    }

    [Fact]
    public async Task A_topic_means_what_the_server_says_that_it_means()
    {
        await _town.Bot.Get<TopicStore>().SaveAsync(_server, new Topic("trees", new("birchmayor", "")), Cancel);

        await RunAsync(await FollowAsync("trees"));

        Assert.Contains("Birch", Assert.Single(await _town.OutboxAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_follow_the_same_are_served_from_one_composition_and_each_in_their_language()
    {
        Schedule mine = await FollowAsync();
        Schedule theirs = await FollowAsync(person: "discord:78");
        await _town.Bot.Get<DirectChatStore>().KeepAsync(mine.Space, mine.Channel.Address, (Person, "Etc/UTC", "fr"), Cancel);
        var languages = new List<string>();
        _town.Adapter.Meanwhile = (_, reader) => languages.Add(reader.Phrases.Language);

        await RunAsync(mine, theirs);

        Assert.Equal(1, _town.Compositions);
        Assert.Equal(["en", "fr"], languages.Order());
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<Schedule> FollowAsync(string? topic = null, string person = Person)
    {
        Schedule schedule = await _town.ScheduleAsync(person, $"9{person[^2..]}", SlotRunnerSamples.Settings with { Topic = topic });
        await _town.Bot.Get<Database>().InTransactionAsync(
            async transaction =>
            {
                await _town.Bot.Get<FollowStore>().AddAsync(transaction, schedule, person, _server);
                return true;
            },
            Cancel);
        return schedule;
    }

    private async Task RunAsync(params Schedule[] schedules)
    {
        await _town.OpenAsync(schedules);
        await _town.RunAsync();
    }
}

public sealed class SqliteFollowedNewsTests() : FollowedNewsTests("sqlite");

public sealed class PostgresFollowedNewsTests() : FollowedNewsTests("postgresql");
