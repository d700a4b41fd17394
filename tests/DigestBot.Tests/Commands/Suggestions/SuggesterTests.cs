using CsCheck;
using DigestBot.Commands;
using DigestBot.Commands.Suggestions;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.EndToEnd.Tenancy;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands.Suggestions;

/// <summary>What is offered while somebody types.</summary>
public sealed class SuggesterTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(cancellationToken: Cancel);
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task Topics_are_those_of_the_spaces_schedules_then_names_in_the_news()
    {
        await NewsAsync();
        await _room.SayAsync("/schedule add oil prices at 08:00");

        IReadOnlyList<string> all = await ValuesAsync("digest", null, "topic", "");
        IReadOnlyList<string> some = await ValuesAsync("digest", null, "topic", "pún");

        Assert.Equal("prices", all[0]);
        Assert.Contains("Punta Brava", all);
        Assert.DoesNotContain("Friday", all);
        Assert.DoesNotContain("The", all);
        Assert.Equal(["Punta Brava"], some);
    }

    [Theory]
    [InlineData("pari", "Europe/Paris")]
    [InlineData("Europe/Par", "Europe/Paris")]
    [InlineData("mumb", "Asia/Kolkata")]
    [InlineData("york", "America/New_York")]
    [InlineData("القاهرة", "Africa/Cairo")]
    [InlineData("", "Etc/UTC")]
    public async Task Zones_are_found_by_name_city_and_the_space_itself(string typed, string zone) =>
        Assert.Equal(zone, (await ValuesAsync("schedule", "add", "zone", typed))[0]);

    [Theory]
    [InlineData("at", "8am", "8am")]
    [InlineData("at", "1", "1")]
    [InlineData("at", "17:", "17:00")]
    [InlineData("days", "week", "weekdays")]
    [InlineData("days", "mon,tue", "mon,tue")]
    [InlineData("catch-up", "", "2h")]
    [InlineData("quiet", "22", "22:00-07:00")]
    [InlineData("if-empty", "p", "post")]
    public async Task What_is_understood_already_comes_first_then_what_is_usual(string parameter, string typed, string first) =>
        Assert.Equal(first, (await ValuesAsync("schedule", "add", parameter, typed))[0]);

    [Fact]
    public async Task Schedules_and_sources_of_the_space_are_offered_by_their_names()
    {
        await _room.SayAsync("/schedule add \"Morning, 8!\" about iraq at 08:00");
        await _bot.ImportAsync(_room.Space, "Coast Post", Cancel, Articles.Article("One", "One was read."));

        Suggestion schedule = Assert.Single(await FindAsync("schedule", "pause", "schedule", "mor"));
        Suggestion source = Assert.Single(await FindAsync("sources", "pause", "source", "post"));

        Assert.Equal(("Morning, 8!", "Coast Post"), (schedule.Label, source.Label));
        Assert.IsType<Reply.OfSchedule>(await _room.FillInAsync("schedule", ("action", "pause"), ("schedule", schedule.Value)));
        Assert.IsType<Reply.Plain>(await _room.FillInAsync("sources", ("action", "pause"), ("source", source.Value)));
    }

    [Fact]
    public async Task Stories_are_those_of_the_digest_on_screen_by_number_or_title()
    {
        await NewsAsync();
        Digest shown = Assert.IsType<Reply.OfDigest>(await _room.SayAsync("/digest ferry")).Digest;
        string title = shown.Stories[^1].Title;

        IReadOnlyList<string> all = await ValuesAsync("story", null, "story", "");
        IReadOnlyList<string> titled = await ValuesAsync("story", null, "story", title[(title.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

        Assert.Equal(Enumerable.Range(1, shown.Stories.Count).Select(number => $"{number}"), all);
        Assert.Contains($"{shown.Stories.Count}", titled);
        Assert.Equal("1", (await ValuesAsync("story", null, "story", "1"))[0]);
    }

    [Theory]
    [InlineData("gone", null, "topic")]
    [InlineData("digest", null, "gone")]
    [InlineData("schedule", "gone", "at")]
    public async Task What_is_not_known_offers_nothing(string command, string? action, string parameter) =>
        Assert.Empty(await ValuesAsync(command, action, parameter, "x"));

    [Fact]
    public void However_much_there_is_25_short_ones_are_offered() => Gen.Select(Gen.String, Gen.String.Array[0, 60]).Sample((typed, names) =>
    {
        IReadOnlyList<Suggestion> found = SuggestionMatch.Of(typed, names.Select(Suggestion.Of));

        Assert.InRange(found.Count, 0, 25);
        Assert.All(found, one => Assert.True(one.Value.Length is > 0 and <= 100 && one.Label.Length is > 0 and <= 100));
        Assert.All(found, one => Assert.Contains(one.Value, names));
    });

    [Fact]
    public Task What_other_spaces_store_never_changes_a_suggestion() => Publication.Any.Array[5, 30].SampleAsync(
        async publications =>
        {
            await using Town whole = await Town.FoundAsync("sqlite");
            await using Town withoutB = await Town.FoundAsync("sqlite");
            await whole.PublishAsync(publications);
            await withoutB.PublishAsync(publications.Where(publication => publication.Owner != Owner.B));

            Assert.Equal(await OfTownAsync(withoutB), await OfTownAsync(whole));
        },
        iter: 10,
        threads: 1);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private static async Task<IReadOnlyList<Suggestion>> OfTownAsync(Town town)
    {
        var found = new List<Suggestion>();
        foreach (Space asking in (Space[])[town.A, town.Bot.Operator])
        {
            foreach ((string command, string? action, string parameter) in ((string, string?, string)[])
                [("digest", null, "topic"), ("sources", "show", "source"), ("schedule", "show", "schedule")])
            {
                var message = new ChatMessage(asking, "discord:12", "", "en", IsOperator: false);
                found.AddRange(await town.Bot.Get<Suggester>().FindAsync(new(message, command, action, parameter, ""), Cancel));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(string command, string? action, string parameter, string typed) =>
        [.. (await FindAsync(command, action, parameter, typed)).Select(suggestion => suggestion.Value)];

    private Task<IReadOnlyList<Suggestion>> FindAsync(string command, string? action, string parameter, string typed) =>
        _bot.Get<Suggester>().FindAsync(new(_room.Message(""), command, action, parameter, typed), Cancel);

    private Task<IngestReport> NewsAsync() => _bot.ImportAsync(
        _bot.Operator,
        "Coast Post",
        Cancel,
        Article("Ferry aground", "A ferry ran aground off Punta Brava on Friday. The captain was in Riva."),
        Article("Ferry afloat", "On Friday the ferry was freed, said the mayor of Punta Brava. Nobody was hurt."));

    private IncomingArticle Article(string title, string text) =>
        Articles.Article(title, text, _bot.Clock.GetUtcNow().AddHours(-2));
}
