using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Adapters.Discord.Incoming;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What people write to the bot in Teams.</summary>
public sealed class TeamsMessageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_comes_as_one_card_with_its_sentences_word_for_word()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        TeamsRequest sent = Assert.Single(await town.SayAsync(town.Personal("digest iraq")));

        Assert.Equal($"v3/conversations/{TeamsTown.Chat}/activities/activity-1", sent.Path);
        Assert.Contains(CardReading.Quotes(sent.Card!), quote => quote.StartsWith($"“{TownNews.Troops}” [", StringComparison.Ordinal));
        Assert.Equal("1.5", sent.Card!["version"]!.ToString());
        Assert.StartsWith("iraq · ", sent.Message!["summary"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("iraq · ", sent.Card["fallbackText"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(sent.Text);
    }

    [Theory]
    [InlineData("digest iraq")]
    [InlineData("/digest iraq")]
    [InlineData("Digest iraq")]
    [InlineData("&nbsp;digest iraq ")]
    public async Task In_a_channel_the_bot_answers_in_the_thread_and_takes_its_own_mention_away(string text)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        TeamsRequest sent = Assert.Single(await town.SayAsync(town.InChannel(text)));

        Assert.StartsWith($"v3/conversations/{FakeTeams.News};messageid=1700/activities/", sent.Path, StringComparison.Ordinal);
        Assert.StartsWith("iraq · ", sent.Message!["summary"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_with_quotes_that_have_citations_and_no_label_that_says_they_were_generated()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        TeamsRequest sent = Assert.Single(await town.SayAsync(town.Personal("How many troops are stationed in Iraq?")));

        Assert.Contains("5,200", sent.Text, StringComparison.Ordinal);
        Assert.Contains(" [1]", sent.Text, StringComparison.Ordinal);
        JsonObject citations = sent.Message!["entities"]![0]!.AsObject();
        Assert.Equal("https://schema.org/Message", citations["type"]!.ToString());
        Assert.Null(citations["additionalType"]);
        JsonNode claim = citations["citation"]![0]!;
        Assert.Equal((1, "Claim"), ((int)claim["position"]!, claim["@type"]!.ToString()));
        Assert.Equal("Parliament adopts resolution on foreign troops", claim["appearance"]!["name"]!.ToString());
        Assert.StartsWith("https://news.example/", claim["appearance"]!["url"]!.ToString(), StringComparison.Ordinal);
        Assert.InRange(claim["appearance"]!["abstract"]!.ToString().Length, 1, 160);
        Assert.Equal("default", sent.Message["channelData"]!["feedbackLoop"]!["type"]!.ToString());
    }

    [Fact]
    public async Task A_question_after_a_digest_is_about_it()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("digest iraq"));

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(town.InChannel("How many are stationed there?"));

        Assert.Contains("5,200", Assert.Single(sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_threads_of_a_channel_are_two_conversations()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("digest floods", thread: "1700"));

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(town.InChannel("more", thread: "1800"));

        Assert.Null(Assert.Single(sent).Card);
    }

    [Fact]
    public async Task What_the_bot_itself_or_another_bot_writes_is_not_answered()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject own = town.Personal("digest iraq"), other = town.Personal("digest iraq");
        own["from"]!["id"] = "28:bot";
        other["from"]!["role"] = "bot";

        Assert.Empty(await town.SayAsync(own));
        Assert.Empty(await town.SayAsync(other));
    }

    [Theory]
    [InlineData("29:owner", "channel", true)]
    [InlineData("29:member", "channel", false)]
    [InlineData("29:nobody-knows", "channel", false)]
    [InlineData("29:member", "group", true)]
    [InlineData("29:guest", "group", false)]
    [InlineData("29:configured", "channel", true)]
    public async Task Owners_of_teams_manage_and_in_a_chat_all_but_guests(string person, string where, bool manages)
    {
        await using TeamsTown town = await TeamsTown.StartAsync(settings: ("Teams:Managers:0", "aad-29:configured"));
        JsonObject message = where == "channel"
            ? town.InChannel("schedule add iraq at 08:00", from: person)
            : town.InGroup("schedule add iraq at 08:00", from: person);

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(message);

        Assert.Equal(manages, Assert.Single(sent).Card is not null);
    }

    [Fact]
    public async Task A_team_that_does_not_say_who_somebody_is_makes_nobody_a_manager()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.InternalServerError));

        Assert.Null(Assert.Single(await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"))).Card);
    }

    [Fact]
    public async Task What_is_planned_in_a_thread_is_posted_in_the_channel()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"));

        Space space = await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel);
        Assert.Equal(
            $"teams:{FakeTeams.News}",
            Assert.Single(await town.Bot.Get<ScheduleStore>().ListAsync(space, Cancel)).Channel.Address.ToString());
    }

    [Fact]
    public async Task Whoever_asks_too_fast_is_told_once_how_long_to_wait_and_again_where_they_waited_and_go_on_too_fast()
    {
        await using TeamsTown town = await TeamsTown.StartAsync(settings: ("Limits:CommandsPerMinute", "2"));
        await town.SayAsync(town.Personal("help"));
        town.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await town.SayAsync(town.Personal("help"));

        Assert.Contains("the next one in 40 s", Assert.Single(await town.SayAsync(town.Personal("/follow iraq"))).Text, StringComparison.Ordinal);
        Assert.Empty(await town.SayAsync(town.Personal("/follow iraq")));
        town.Bot.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Single(await town.SayAsync(town.Personal("help")));
        Assert.Contains("the next one in 20 s", Assert.Single(await town.SayAsync(town.Personal("/follow iraq"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_team_s_channel_is_as_unknown_as_one_that_is_not_there()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InGroup("help"));

        TeamsRequest refused = Assert.Single(await town.SayAsync(
            town.InChannel($"schedule add iraq at 08:00 channel:teams:{TeamsTown.Group}", from: "29:owner")));

        Assert.Null(refused.Card);
        Assert.Empty(await town.Bot.Get<ScheduleStore>().ListAsync(await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel), Cancel));
    }

    [Fact]
    public async Task What_is_asked_in_private_goes_to_the_personal_chat_and_the_channel_is_told_so()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(town.InChannel("digest iraq private:yes"));

        Assert.Equal(2, sent.Count);
        Assert.Equal("v3/conversations/a:with-29:member/activities", sent[0].Path);
        Assert.NotNull(sent[0].Card);
        Assert.Equal("You asked for it in private: it is in your chat with me.", sent[1].Text);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("me export")]
    public async Task What_is_kept_of_a_person_goes_to_their_personal_chat(string text)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(town.InChannel(text));

        Assert.Equal(2, sent.Count);
        Assert.Equal("v3/conversations/a:with-29:member/activities", sent[0].Path);
        Assert.Equal("You asked for it in private: it is in your chat with me.", sent[1].Text);
    }

    [Fact]
    public async Task Whoever_has_not_installed_the_bot_is_told_how_to_get_a_private_answer()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.Forbidden, "ForbiddenOperationException"));

        Assert.Contains("add the app", Assert.Single(await town.SayAsync(town.InChannel("digest iraq private:yes"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_command_by_a_slash_is_answered_to_whoever_asked_alone()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject slash = town.InChannel("help");
        slash["recipient"]!["isTargeted"] = true;

        TeamsRequest sent = Assert.Single(await town.SayAsync(slash));

        Assert.Equal(("29:member", "True"), (sent.Message!["recipient"]!["id"]!.ToString(), sent.Message["recipient"]!["isTargeted"]!.GetValue<bool>().ToString()));
    }
}
