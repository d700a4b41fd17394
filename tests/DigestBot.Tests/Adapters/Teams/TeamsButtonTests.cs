using System.Text.Json.Nodes;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Adapters.Discord.Incoming;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>Buttons, forms, and searching while a message is written.</summary>
public sealed class TeamsButtonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sources_shows_every_quote_with_its_place_and_back_leads_to_the_digest()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest iraq");
        JsonObject digest = Assert.Single(await town.SayAsync(asked)).Card!;

        JsonObject sources = await town.PressedAsync(TeamsTown.Press(asked, CardReading.Button(digest, "Sources")));

        Assert.Contains(CardReading.Lines(sources), line => line == $"“{TownNews.Troops}”");
        Assert.Contains(CardReading.Lines(sources), line => line.Contains(" in the stored text", StringComparison.Ordinal));
        JsonObject back = await town.PressedAsync(TeamsTown.Press(asked, CardReading.Button(sources, "Back")));
        Assert.Equal(CardReading.Lines(digest), CardReading.Lines(back));
    }

    [Fact]
    public async Task Ask_answers_below_the_digest_about_that_digest()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest iraq");
        JsonObject digest = Assert.Single(await town.SayAsync(asked)).Card!;
        await town.SayAsync(town.InChannel("digest floods"));
        JsonObject ask = CardReading.Button(CardReading.Button(digest, "Ask")["card"]!, "Ask");

        string told = await town.ToldAsync(TeamsTown.Press(asked, ask, ("question", "How many troops are stationed there?")));

        Assert.Equal("The answer stands below.", told);
        Assert.Contains("5,200", town.Teams.Posted[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_think_of_an_answer_is_kept_once_a_person_and_told_by_status()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("ask how many troops are stationed in Iraq?");
        await town.SayAsync(asked);

        foreach ((string person, string reaction) in ((string, string)[])[("29:one", "like"), ("29:two", "like"), ("29:one", "dislike"), ("29:three", "shrug")])
        {
            JsonObject opinion = asked.DeepClone().AsObject();
            (opinion["type"], opinion["name"], opinion["replyToId"], opinion["id"]) = ("invoke", "message/submitAction", "1", Guid.NewGuid().ToString());
            opinion["from"]!["id"] = person;
            opinion["value"] = new JsonObject
            {
                ["actionName"] = "feedback",
                ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = "{}" },
            };
            Assert.Equal(200, (await town.PostAsync(opinion)).Status);
        }

        string status = string.Join('\n', (await town.SayAsync(town.InChannel("status"))).Select(sent => sent.Card is null ? sent.Text : string.Join('\n', CardReading.Lines(sent.Card))));
        Assert.Contains("Opinions on answers and stories: good 1 · not good 1", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_another_space_s_digest_shows_nothing()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject digest = Assert.Single(await town.SayAsync(town.InChannel("digest iraq"))).Card!;

        string told = await town.ToldAsync(TeamsTown.Press(town.Personal(""), CardReading.Button(digest, "Sources")));

        Assert.StartsWith("That digest is no longer kept here", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":{"digestbot":5}}""")]
    [InlineData("""{"data":{"digestbot":{"v":2,"do":"sources"}}}""")]
    [InlineData("""{"data":{"digestbot":{"v":"1","do":"sources"}}}""")]
    [InlineData("""{"data":{"digestbot":{"v":1,"do":"erase"}}}""")]
    [InlineData("""{"data":{"digestbot":{"v":1,"do":"run","command":"digest"}}}""")]
    [InlineData("""{"data":{"digestbot":{"v":1,"do":"form","command":"schedule","action":"nothing"}}}""")]
    [InlineData("""{"data":{"topic":"iraq"}}""")]
    public async Task What_is_forged_old_or_of_somebody_else_is_a_sentence(string action)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        Assert.StartsWith(
            "I no longer know what that belongs to",
            await town.ToldAsync(TeamsTown.Press(town.Personal(""), JsonNode.Parse(action)!)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_knows_no_such_buttons_sends_a_message_and_gets_one()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject digest = Assert.Single(await town.SayAsync(town.Personal("digest iraq"))).Card!;
        JsonObject submitted = town.Personal("");
        submitted.Remove("text");
        submitted["value"] = CardReading.Button(digest, "Sources")["fallback"]!["data"]!.DeepClone();

        Assert.Contains($"“{TownNews.Troops}”", CardReading.Lines(Assert.Single(await town.SayAsync(submitted)).Card!));
    }

    [Fact]
    public async Task A_form_adds_a_schedule_and_another_one_filled_in_already_changes_it()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("schedule add", from: "29:owner");
        JsonObject form = Assert.Single(await town.SayAsync(asked)).Card!;
        Assert.Equal("Input.Time", CardReading.Inputs(form).Single(input => input["id"]!.ToString() == "at")["type"]!.ToString());
        Assert.Equal(
            [$"teams:{FakeTeams.Team}", $"teams:{FakeTeams.News}"],
            CardReading.Inputs(form).Single(input => input["id"]!.ToString() == "channel")["choices"]!.AsArray().Select(choice => choice!["value"]!.ToString()));

        JsonObject added = await town.PressedAsync(TeamsTown.Press(
            asked, CardReading.Button(form, "Send"), ("at", "07:30"), ("topic", "iraq"), ("zone", "Europe/Paris"), ("days", "")));

        Schedule schedule = Assert.Single(await SchedulesAsync(town));
        Assert.Equal(("iraq", "Europe/Paris"), (schedule.Settings.Topic, schedule.Settings.Zone));
        JsonObject edit = await town.PressedAsync(TeamsTown.Press(asked, CardReading.Button(added, "edit")));
        Assert.Equal("07:30", CardReading.Inputs(edit).Single(input => input["id"]!.ToString() == "at")["value"]!.ToString());
        await town.PressedAsync(TeamsTown.Press(
            asked, CardReading.Button(edit, "Send"), [.. CardReading.Inputs(edit).Where(input => input["value"] is not null && input["id"]!.ToString() != "at")
                .Select(input => (input["id"]!.ToString(), input["value"]!.ToString())), ("at", "09:15")]));
        Assert.Equal(new TimeOnly(9, 15), Assert.Single(Assert.Single(await SchedulesAsync(town)).Settings.Times).Time);
    }

    [Fact]
    public async Task A_list_has_buttons_only_for_what_somebody_may_do()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        JsonObject forOwners = Assert.Single(await town.SayAsync(town.InChannel("sources", from: "29:owner"))).Card!;
        JsonObject forMembers = Assert.Single(await town.SayAsync(town.InChannel("sources", from: "29:member"))).Card!;

        Assert.Contains(CardReading.Buttons(forOwners), button => button["title"]!.ToString() == "add");
        Assert.Equal(["show"], CardReading.Buttons(forMembers).Select(button => button["title"]!.ToString()));
    }

    [Fact]
    public async Task A_form_of_managers_is_nobody_else_s_even_if_the_button_is_forged()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("schedule", from: "29:owner");
        JsonObject add = CardReading.Button(await FormAsync(town, asked), "Send");
        JsonObject member = town.InChannel("", from: "29:member");

        string told = await town.ToldAsync(TeamsTown.Press(member, add, ("at", "07:30"), ("topic", "iraq")));

        Assert.NotEmpty(told);
        Assert.Empty(await SchedulesAsync(town));
    }

    [Fact]
    public async Task Searching_while_writing_finds_stories_whose_card_quotes_them()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject query = town.Personal("");
        query.Remove("text");
        (query["type"], query["name"]) = ("invoke", "composeExtension/query");
        query["value"] = JsonNode.Parse("""{"commandId":"stories","parameters":[{"name":"topic","value":"troops"}],"queryOptions":{"skip":0,"count":25}}""");

        (int status, JsonObject? body) = await town.PostAsync(query);

        JsonNode first = body!["composeExtension"]!["attachments"]![0]!;
        Assert.Equal((200, "result"), (status, body["composeExtension"]!["type"]!.ToString()));
        Assert.Contains(CardReading.Quotes(first["content"]!), quote => quote.StartsWith($"“{TownNews.Troops}”", StringComparison.Ordinal));
        Assert.Equal("Parliament adopts resolution on foreign troops", first["preview"]!["content"]!["title"]!.ToString());
    }

    [Theory]
    [InlineData("""{"parameters":[{"name":"initialRun","value":"true"}]}""", "result")]
    [InlineData("""{"parameters":[{"name":"topic","value":"xyzzy"}]}""", "message")]
    [InlineData("""{"parameters":"no list"}""", "result")]
    public async Task A_search_for_nothing_shows_what_there_is_and_one_without_hits_says_so(string value, string type)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject query = town.Personal("");
        (query["type"], query["name"], query["value"]) = ("invoke", "composeExtension/query", JsonNode.Parse(value));

        Assert.Equal(type, (await town.PostAsync(query)).Body!["composeExtension"]!["type"]!.ToString());
    }

    private static async Task<JsonObject> FormAsync(TeamsTown town, JsonObject asked)
    {
        JsonObject list = Assert.Single(await town.SayAsync(asked)).Card!;
        return await town.PressedAsync(TeamsTown.Press(asked, CardReading.Button(list, "add")));
    }

    private static async Task<IReadOnlyList<Schedule>> SchedulesAsync(TeamsTown town)
    {
        Space space = await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel);
        return await town.Bot.Get<ScheduleStore>().ListAsync(space, Cancel);
    }
}
