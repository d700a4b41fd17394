using System.Text.Json;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>What holds for one person, what is kept of them, and what is new to them.</summary>
public abstract class PeopleTests(string provider) : IAsyncLifetime
{
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(provider, Cancel);
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task Zone_and_language_hold_for_one_person_in_one_space_where_only_they_read()
    {
        await SayAsync("/me timezone Baghdad");
        var shown = Assert.IsType<Reply.OfPerson>(await SayAsync("/me language fr"));
        Assert.Equal(("Asia/Baghdad", "fr", "fr"), (shown.Holdings.Settings.TimeZone, shown.Holdings.Settings.Language, shown.Language));
        ChatMessage mine = await MessageAsync("/help");

        Assert.Equal(("fr", "Asia/Baghdad"), Reading(mine, isPrivate: true));
        Assert.Equal(("en", "Etc/UTC"), Reading(mine, isPrivate: false));
        Assert.Equal(("fr", "Asia/Baghdad"), Reading(mine with { IsAlone = true }, isPrivate: false));
        Assert.Equal(("en", "Etc/UTC"), Reading(await MessageAsync("/help", person: "discord:78"), isPrivate: true));
        Space other = await _bot.SpaceAsync("discord:2", Cancel);
        Assert.Null(await _bot.Get<PersonStore>().FindAsync(other, ChatRoom.Manager, Cancel));
    }

    [Fact]
    public async Task Off_takes_them_back()
    {
        await SayAsync("/me timezone Baghdad");
        await SayAsync("/me language ar");
        await SayAsync("/me language off");
        var shown = Assert.IsType<Reply.OfPerson>(await SayAsync("/me timezone off"));

        Assert.Equal((null, null), (shown.Holdings.Settings.TimeZone, shown.Holdings.Settings.Language));
        Assert.Contains("as here, Etc/UTC", Plain(_room.Print(shown)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/me timezone Atlantis", "atlantis")]
    [InlineData("/me timezone", "/me timezone <value>")]
    [InlineData("/me language xx", "“xx” is not one of these: en, fr, ar, off.")]
    [InlineData("/me forget 000000", "nothing was erased")]
    public async Task What_cannot_be_done_is_refused_in_one_sentence(string text, string said) =>
        Assert.Contains(said, Plain(Assert.IsType<Reply.Refusal>(await SayAsync(text)).Sentence), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Anybody_may_and_a_menu_offers_it()
    {
        ChatRoom guest = _room with { IsManager = false };

        Assert.IsType<Reply.OfPerson>(await guest.SayAsync("/me"));
        Assert.IsType<Reply.OfPerson>(await guest.FillInAsync("me", ("action", "timezone"), ("timezone", "Europe/Paris")));
        Assert.True((await guest.SayAsync("/me")).IsPrivate);
        Assert.True((await guest.SayAsync("/catchup")).IsPrivate);
    }

    [Fact]
    public async Task The_export_holds_everything_of_one_person_and_nothing_of_others()
    {
        await FillAsync(ChatRoom.Manager, "mine");
        await FillAsync("discord:778", "theirs"); // ends like nobody's key, begins like the other's
        await FillAsync("discord:77", "elsewhere", await _bot.SpaceAsync("discord:2", Cancel));

        string document = Assert.IsType<Reply.OfHoldings>(await SayAsync("/me export")).Document;
        JsonElement read = JsonDocument.Parse(document).RootElement;

        Assert.DoesNotContain("theirs", document, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", document, StringComparison.Ordinal);
        Assert.Equal("what of mine?", read.GetProperty("conversations")[0].GetProperty("questions")[0].GetString());
        Assert.Equal("message mine", read.GetProperty("opinions")[0].GetProperty("message").GetString());
        Assert.Equal("mine", read.GetProperty("schedules")[0].GetProperty("name").GetString());
        Assert.Equal("Asia/Baghdad", read.GetProperty("timezone").GetString());
    }

    [Fact]
    public async Task Forgetting_needs_the_code_and_leaves_nothing_but_what_is_others()
    {
        await FillAsync(ChatRoom.Manager, "mine");
        await FillAsync("discord:78", "theirs");
        string asked = Assert.IsType<Reply.Plain>(await SayAsync("/me forget")).Sentence;
        Assert.NotEmpty((await HeldAsync(ChatRoom.Manager)).Conversations);

        Reply done = await _room.FillInAsync("me", ("action", "forget"), ("code", asked[(asked.LastIndexOf(' ') + 1)..]));

        Assert.Equal("Everything that I kept of you in this space is erased.", Assert.IsType<Reply.Plain>(done).Sentence);
        Holdings mine = await HeldAsync(ChatRoom.Manager);
        Holdings theirs = await HeldAsync("discord:78");
        Assert.Equal((Person.Unknown, 0, 0, 0), (mine.Settings, mine.Conversations.Count, mine.Opinions.Count, mine.Schedules.Count));
        Assert.Equal(("Asia/Baghdad", 1, 1, 1), (theirs.Settings.TimeZone, theirs.Conversations.Count, theirs.Opinions.Count, theirs.Schedules.Count));
        Assert.Equal(["mine", "theirs"], (await _bot.Get<ScheduleStore>().ListAsync(_room.Space, Cancel)).Select(one => one.Settings.Name).Order());
    }

    [Fact]
    public async Task In_a_space_of_their_own_every_conversation_is_theirs()
    {
        await _bot.Get<ConversationStore>().SaveAsync(_room.Space, ChatRoom.Channel, new(null, [new("what now?", true, [])]), Cancel);

        var held = Assert.IsType<Reply.OfPerson>(await _room.SendAsync(await MessageAsync("/me") with { IsAlone = true }));

        Assert.Single(held.Holdings.Conversations);
        Assert.Empty((await HeldAsync(ChatRoom.Manager)).Conversations);
    }

    [Fact]
    public async Task Catching_up_tells_what_came_in_since_and_then_nothing()
    {
        await ImportAsync("Ferry to Vesterby stops", "The ferry to Vesterby stopped after a fire in its engine room.", -60);
        await ImportAsync("Old budget", "The council of Oldham passed its budget last week.", -3 * 24 * 60);
        Digest first = Assert.IsType<Reply.OfDigest>(await SayAsync("/catchup")).Digest;
        var nothing = Assert.IsType<Reply.Plain>(await SayAsync("/catchup"));
        _bot.Clock.Advance(TimeSpan.FromHours(3));
        await ImportAsync("Bridge opens", "The bridge over the Lune opened to traffic on Sunday.", -5);
        await ImportAsync("Late report", "Miners in Falun found copper below the third level.", -200);
        Digest second = Assert.IsType<Reply.OfDigest>(await SayAsync("/catchup")).Digest;

        Assert.Equal(["Ferry to Vesterby stops"], first.Stories.Select(story => story.Title));
        Assert.StartsWith("Nothing is new since", nothing.Sentence, StringComparison.Ordinal);
        Assert.Equal(["Bridge opens", "Late report"], second.Stories.Select(story => story.Title).Order(StringComparer.Ordinal));
        Assert.IsType<Reply.Plain>(await SayAsync("/catchup"));
    }

    [Fact]
    public async Task Everybody_catches_up_for_themselves_in_each_space()
    {
        await ImportAsync("Ferry to Vesterby stops", "The ferry to Vesterby stopped after a fire in its engine room.", -60);
        Space other = await _bot.SpaceAsync("discord:2", Cancel);
        await SayAsync("/catchup");

        Assert.IsType<Reply.OfDigest>(await _room.SendAsync(await MessageAsync("/catchup", person: "discord:78")));
        Assert.IsType<Reply.OfDigest>(await (_room with { Space = other }).SayAsync("/catchup"));
        Assert.IsType<Reply.Plain>(await SayAsync("/catchup"));
    }

    [Fact]
    public async Task A_story_that_goes_on_is_told_by_what_is_new_of_it()
    {
        await ImportAsync("Ferry Aurora aground off Vesterby", "The ferry Aurora ran aground off Vesterby with 214 passengers on board.", -60);
        await SayAsync("/catchup");
        _bot.Clock.Advance(TimeSpan.FromHours(1));
        await ImportAsync("Ferry Aurora off Vesterby refloated", "Tugs refloated the ferry Aurora off Vesterby, and its passengers went ashore.", -10);

        Digest digest = Assert.IsType<Reply.OfDigest>(await SayAsync("/catchup")).Digest;

        Assert.All(digest.Stories.SelectMany(story => story.Quotes), quote => Assert.Equal("Ferry Aurora off Vesterby refloated", quote.Article.Title));
    }

    [Fact]
    public async Task What_was_caught_up_can_be_asked_about_and_goes_with_the_space()
    {
        await ImportAsync("Ferry to Vesterby stops", "The ferry to Vesterby stopped after a fire in its engine room.", -60);
        Digest digest = Assert.IsType<Reply.OfDigest>(await SayAsync("/catchup")).Digest;

        Assert.Equal(
            digest.Id, (await _bot.Get<ConversationStore>().FindAsync(_room.Space, $"{ChatRoom.Channel} {ChatRoom.Manager}", Cancel)).DigestId);
        await _bot.Get<SpaceEraser>().RunAsync(new SpaceErasure(_room.Space, _bot.Clock.GetUtcNow()), Cancel);
        Assert.Null(await _bot.Get<PersonStore>().FindAsync(_room.Space, ChatRoom.Manager, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Plain(string printed) => string.Concat(printed.Where(c => c is not ('\u2068' or '\u2069')));

    private (string Language, string Zone) Reading(ChatMessage message, bool isPrivate)
    {
        var reader = message.ReaderOf(isPrivate, _bot.Clock);
        return (reader.Phrases.Language, reader.Zone.Id);
    }

    private async Task<Reply> SayAsync(string text) => await _room.SendAsync(await MessageAsync(text));

    // As an adapter makes it: with what the person has set for themselves.
    private async Task<ChatMessage> MessageAsync(string text, string person = ChatRoom.Manager) => _room.Message(text) with
    {
        Person = person,
        Own = await _bot.Get<PersonStore>().FindAsync(_room.Space, person, Cancel),
    };

    private Task<Holdings> HeldAsync(string person) => _bot.Get<HoldingsStore>().ReadAsync(_room.Space, person, isAlone: false, Cancel);

    private Task<IngestReport> ImportAsync(string title, string text, int minutes) =>
        _bot.ImportAsync(_bot.Operator, title, Cancel, Articles.Article(title, text, _bot.Clock.GetUtcNow().AddMinutes(minutes)));

    private async Task FillAsync(string person, string word, Space? space = null)
    {
        Space where = space ?? _room.Space;
        await _bot.Get<PersonStore>().SetZoneAsync(where, person, "Asia/Baghdad", Cancel);
        await _bot.Get<ConversationStore>().SaveAsync(where, $"{ChatRoom.Channel} {person}", new(null, [new($"what of {word}?", true, [])]), Cancel);
        await _bot.Get<OpinionStore>().GiveAsync(where, $"message {word}", person, likes: true, Cancel);
        var ledger = new DigestBot.Tests.Store.Ledger(_bot);
        Channel channel = await ledger.ChannelAsync("discord:12", where);
        await ledger.WriteAsync(transaction => ledger.Schedules.AddAsync(
            transaction, new NewSchedule(where, channel, DigestBot.Tests.Store.Ledger.Settings(word), "discord:9", person, ledger.Now, null, 4)));
    }
}

public sealed class SqlitePeopleTests() : PeopleTests("sqlite");

public sealed class PostgresPeopleTests() : PeopleTests("postgresql");
