using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.People;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Commands, as people send them.</summary>
public sealed class CommandInteractionTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    [Fact]
    public async Task A_digest_is_one_message_that_everybody_sees_and_that_pings_nobody()
    {
        FakeInteraction digest = await RunAsync(town.AddReader(), town.AddChannel(), "digest", ("topic", "iraq"), ("stories", 12));

        Assert.False(digest.Response!.IsEphemeral);
        Assert.Contains(TownNews.Troops, digest.Text(), StringComparison.Ordinal);
        Assert.Equal(["◀", "1/2", "▶", "Sources", "Ask", "Follow"], digest.Response.Buttons());
        Assert.Empty(digest.Response.Mentions.Pinged);
        Assert.Empty(digest.Followups);
    }

    [Fact]
    public async Task A_digest_that_was_asked_for_in_private_is_seen_by_nobody_else()
    {
        FakeInteraction digest = await RunAsync(town.AddReader(), town.AddChannel(), "digest", ("topic", "iraq"), ("private", true));

        Assert.True(digest.Response!.IsEphemeral);
    }

    [Fact]
    public async Task A_question_after_a_digest_is_about_it()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeInteraction digest = await RunAsync(reader, channel, "digest", ("topic", "iraq"));

        FakeInteraction answer = await RunAsync(reader, channel, "ask", ("question", "How many troops are stationed there?"));

        Assert.Contains("5,200", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(digest.Response!.DigestId(), answer.Response!.DigestId());
    }

    [Fact]
    public async Task Help_and_what_is_refused_are_for_whoever_asked()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeInteraction help = await RunAsync(reader, channel, "help");
        FakeInteraction refused = await RunAsync(reader, channel, "digest", ("topic", "iraq"), ("window", "soon"));

        Assert.True(help.Response!.IsEphemeral);
        Assert.Contains("/digest", help.Text(), StringComparison.Ordinal);
        Assert.True(refused.Response!.IsEphemeral);
        Assert.Contains("soon", refused.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_managers_of_the_server_change_schedules()
    {
        FakeChannel channel = town.AddChannel();
        FakeInteraction refused = await RunAsync(town.AddReader(), channel, "schedule add", ("at", "08:00"), ("topic", "iraq"), ("name", "Early"));
        FakeRole managers = town.Discord.Guilds.AddRole(town.Guild, "Managers", Rights.ManageGuild);
        FakeInteraction added = await RunAsync(
            town.AddReader("en-GB", managers), channel, "schedule add", ("at", "08:00"), ("topic", "iraq"), ("name", "Early"), ("channel", channel));

        Assert.Equal("Only a manager can change schedules; you can use list, show, preview and history.", refused.Text().Trim());
        Assert.Contains("Early", added.Text(), StringComparison.Ordinal);
        Assert.Contains("08:00", added.Text(), StringComparison.Ordinal);
        Assert.True(added.Response!.IsEphemeral);
    }

    [Fact]
    public async Task Everybody_is_answered_in_the_language_of_their_client()
    {
        FakeInteraction french = await RunAsync(town.AddReader("fr"), town.AddChannel(), "digest", ("topic", "iraq"), ("window", "bientôt"));
        FakeInteraction other = await RunAsync(town.AddReader("ja"), town.AddChannel(), "digest", ("topic", "iraq"), ("window", "soon"));

        Assert.Contains("bientôt", french.Text(), StringComparison.Ordinal);
        Assert.NotEqual(french.Text().Replace("bientôt", "soon", StringComparison.Ordinal), other.Text());
    }

    [Fact]
    public async Task A_person_who_has_the_bot_alone_has_a_space_of_their_own()
    {
        FakeUser traveller = town.Discord.World.AddUser("Traveller");
        town.Discord.World.UserInstalls.Add(traveller.Id);
        FakeGuild elsewhere = town.Discord.Guilds.AddGuild("Elsewhere", traveller, withBot: false);
        FakeChannel channel = town.Discord.Guilds.AddChannel(elsewhere, "talk");

        FakeInteraction digest = await RunAsync(traveller, channel, "digest", ("topic", "iraq"));

        string id = digest.Response!.DigestId();
        Assert.NotNull(await town.FindDigestAsync($"discord:{traveller.Id}", id));
        Assert.Null(await town.FindDigestAsync($"discord:{elsewhere.Id}", id));
    }

    [Fact]
    public async Task In_direct_messages_everything_works_and_belongs_to_the_person()
    {
        FakeUser reader = town.AddReader();
        FakeChannel direct = town.Discord.World.DirectChannel(reader);

        FakeInteraction digest = await RunAsync(reader, direct, "digest", ("topic", "iraq"));
        FakeInteraction schedule = await RunAsync(reader, direct, "schedule add", ("at", "08:00"), ("topic", "floods"));

        Assert.NotNull(await town.FindDigestAsync($"discord:{reader.Id}", digest.Response!.DigestId()));
        Assert.Contains("floods", schedule.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_offers_what_could_be_meant()
    {
        FakeUser reader = town.AddReader();
        FakeInteraction typed = town.People.Complete(reader, town.AddChannel(), "digest", "window", ("window", "7"));
        await town.SettledAsync(typed);

        Assert.Contains("7d", typed.Choices!.Values());
        Assert.InRange(typed.Choices!.Count, 1, 25);
    }

    private async Task<FakeInteraction> RunAsync(FakeUser user, FakeChannel channel, string command, params (string, object)[] options) =>
        await town.SettledAsync(town.People.Run(user, channel, command, options));
}
