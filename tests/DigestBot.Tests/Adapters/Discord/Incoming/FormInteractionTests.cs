using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Forms in place of options, and the commands in the menu of a message.</summary>
public sealed class FormInteractionTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    [Fact]
    public async Task Editing_without_saying_what_opens_a_form_that_is_filled_in_already()
    {
        FakeChannel channel = town.AddChannel();
        await RunAsync(town.Owner, channel, "schedule add", ("at", "08:00"), ("topic", "iraq"), ("name", "Morning"), ("channel", channel));

        FakeInteraction opened = await OpenedAsync(town.People.Run(town.Owner, channel, "schedule edit", ("schedule", "Morning")));

        Assert.Equal(
            [("at", "08:00"), ("topic", "iraq"), ("days", "Every day"), ("zone", "Etc/UTC"), ("name", "Morning")],
            opened.Modal!.List("components").Select(label => (label.Field("component").Text("custom_id")!, label.Field("component").Text("value")!)));
        FakeInteraction changed = await town.SettledAsync(town.People.Submit(opened, ("at", "7am, 18:30"), ("topic", "")));
        Assert.Contains("18:30", changed.Text(), StringComparison.Ordinal);
        Schedule schedule = await ScheduleAsync("Morning");
        Assert.Equal((null, 2, Weekdays.All), (schedule.Settings.Topic, schedule.Settings.Times.Count, schedule.Settings.Days));
        Assert.Equal($"discord:{channel.Id}", schedule.Channel.Address.ToString());
    }

    [Fact]
    public async Task Adding_without_saying_when_opens_an_empty_form()
    {
        FakeChannel channel = town.AddChannel();
        FakeInteraction opened = await OpenedAsync(town.People.Run(town.Owner, channel, "schedule add"));

        FakeInteraction added = await town.SettledAsync(town.People.Submit(opened, ("at", "06:45"), ("topic", "harbour"), ("name", "Harbour")));

        Assert.Contains("06:45", added.Text(), StringComparison.Ordinal);
        Schedule schedule = await ScheduleAsync("Harbour");
        Assert.Equal(("harbour", $"discord:{channel.Id}"), (schedule.Settings.Topic, schedule.Channel.Address.ToString()));
    }

    [Fact]
    public async Task A_form_that_was_left_as_it_is_changes_nothing()
    {
        FakeChannel channel = town.AddChannel();
        await RunAsync(town.Owner, channel, "schedule add", ("at", "09:00"), ("topic", "floods"), ("days", "mon, thu"), ("name", "Floods"), ("channel", channel));
        Schedule before = await ScheduleAsync("Floods");

        FakeInteraction said = await town.SettledAsync(
            town.People.Submit(await OpenedAsync(town.People.Run(town.Owner, channel, "schedule edit", ("schedule", "Floods")))));

        Assert.Contains("schedule edit", said.Text(), StringComparison.Ordinal);
        Assert.Equal(before.Settings with { Times = [] }, (await ScheduleAsync("Floods")).Settings with { Times = [] });
    }

    [Fact]
    public async Task Whoever_may_not_change_a_schedule_is_told_so_instead_of_getting_a_form()
    {
        FakeChannel channel = town.AddChannel();
        FakeInteraction refused = await RunAsync(town.AddReader(), channel, "schedule edit", ("schedule", "Morning"));

        Assert.Equal("Only a manager can change schedules; you can use list, show, preview and history.", refused.Text().Trim());
    }

    [Fact]
    public async Task A_question_about_any_message_has_its_text_in_the_form()
    {
        FakeUser reader = town.AddReader();
        FakeMessage message = town.People.Type(town.AddReader(), town.AddChannel(), "I hear the old harbour is closed");
        FakeInteraction opened = await OpenedAsync(town.People.RunOnMessage(reader, message, "Ask about this"));

        FakeInteraction answer = await town.SettledAsync(town.People.Submit(opened, ("question", "How much rain fell there?")));

        Assert.Equal("I hear the old harbour is closed", Field(opened, "quoted").Text("value"));
        Assert.Contains("377 millimetres", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_a_digest_of_ours_needs_no_text()
    {
        FakeUser reader = town.AddReader();
        FakeInteraction digest = await RunAsync(reader, town.AddChannel(), "digest", ("topic", "iraq"));
        FakeInteraction opened = await OpenedAsync(town.People.RunOnMessage(reader, digest.Response!, "Ask about this"));

        Assert.Single(opened.Modal!.List("components"));
        Assert.Contains(digest.Response!.DigestId(), opened.Modal!.Text("custom_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_shown_for_digests_of_ours_and_for_nothing_else()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeInteraction digest = await RunAsync(reader, channel, "digest", ("topic", "iraq"));
        FakeInteraction answer = await RunAsync(reader, channel, "ask", ("question", "How many troops are stationed there?"));
        FakeMessage chatter = town.People.Type(reader, channel, "Good morning");

        FakeInteraction ofDigest = await town.SettledAsync(town.People.RunOnMessage(reader, digest.Response!, "Show sources"));
        FakeInteraction ofAnswer = await town.SettledAsync(town.People.RunOnMessage(reader, answer.Response!, "Show sources"));
        FakeInteraction ofChatter = await town.SettledAsync(town.People.RunOnMessage(reader, chatter, "Show sources"));

        Assert.True(ofDigest.Response!.IsEphemeral);
        Assert.Contains(digest.Response!.DigestId(), ofDigest.Text(), StringComparison.Ordinal);
        Assert.All(
            new[] { ofAnswer, ofChatter },
            told => Assert.Equal(
                "That is no digest of mine; use it on a digest that I have posted. Below an answer, its sources already stand.", told.Text().Trim()));
    }

    private async Task<FakeInteraction> RunAsync(FakeUser user, FakeChannel channel, string command, params (string, object)[] options) =>
        await town.SettledAsync(town.People.Run(user, channel, command, options));

    private async Task<FakeInteraction> OpenedAsync(FakeInteraction interaction)
    {
        await town.Discord.World.WaitUntilAsync(() => interaction.Modal is not null, "a form", TestContext.Current.CancellationToken);
        return interaction;
    }

    private static System.Text.Json.Nodes.JsonNode? Field(FakeInteraction opened, string customId) => opened.Modal!.List("components")
        .Select(label => label.Field("component")).First(input => input.Text("custom_id") == customId);

    private async Task<Schedule> ScheduleAsync(string name)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var space = await town.Bot.SpaceAsync($"discord:{town.Guild.Id}", cancel);
        return (await town.Bot.Get<ScheduleStore>().FindAsync(space, name, cancel))!;
    }
}
