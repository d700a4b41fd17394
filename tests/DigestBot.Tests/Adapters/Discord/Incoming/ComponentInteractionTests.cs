using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Buttons below digests and answers.</summary>
public sealed class ComponentInteractionTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    [Fact]
    public async Task Leafing_shows_the_rest_of_the_same_stored_digest_in_the_same_message()
    {
        FakeUser reader = town.AddReader();
        FakeMessage digest = await DigestAsync(reader);
        string first = digest.Text();

        FakeInteraction turned = await ClickAsync(town.AddReader(), digest, "▶");

        Assert.Same(digest, turned.Response);
        Assert.NotEqual(first, digest.Text());
        Assert.Contains("2/2", digest.Buttons());
        await ClickAsync(reader, digest, "◀");
        Assert.Equal(first, digest.Text());
    }

    [Fact]
    public async Task Sources_name_the_place_of_every_quote_of_that_part_to_whoever_clicked()
    {
        FakeMessage digest = await DigestAsync(town.AddReader());
        FakeUser curious = town.AddReader();

        FakeInteraction sources = await ClickAsync(curious, digest, "Sources");

        Assert.All(sources.Followups.Prepend(sources.Response!), message => Assert.Same(curious, message.VisibleOnlyTo));
        Assert.Contains(digest.DigestId(), sources.Text(), StringComparison.Ordinal);
        Assert.Matches(@"\d+\\?\+\d+", sources.Text());
    }

    [Fact]
    public async Task Ask_opens_a_form_whose_question_is_about_that_digest()
    {
        FakeUser reader = town.AddReader();
        FakeMessage digest = await DigestAsync(reader);
        FakeInteraction opened = town.People.ClickLabel(reader, digest, "Ask");
        await town.Discord.World.WaitUntilAsync(() => opened.Modal is not null, "a form", TestContext.Current.CancellationToken);

        FakeInteraction answer = await town.SettledAsync(town.People.Submit(opened, ("question", "How many troops are stationed there?")));

        Assert.Contains("5,200", answer.Text(), StringComparison.Ordinal);
        Assert.False(answer.Response!.IsEphemeral);
        Assert.Equal(digest.DigestId(), answer.Response.DigestId());
    }

    [Fact]
    public async Task What_is_asked_about_a_private_digest_is_answered_in_private()
    {
        FakeUser reader = town.AddReader();
        FakeInteraction digest = await town.SettledAsync(
            town.People.Run(reader, town.AddChannel(), "digest", ("topic", "iraq"), ("private", true)));
        FakeInteraction opened = town.People.ClickLabel(reader, digest.Response!, "Ask");
        await town.Discord.World.WaitUntilAsync(() => opened.Modal is not null, "a form", TestContext.Current.CancellationToken);

        FakeInteraction answer = await town.SettledAsync(town.People.Submit(opened, ("question", "How many troops are stationed there?")));

        Assert.Same(reader, answer.Response!.VisibleOnlyTo);
    }

    [Fact]
    public async Task Others_leaf_through_what_a_person_has_shown_them_and_ask_in_their_own_space()
    {
        FakeUser host = town.Discord.World.AddUser("Host");
        FakeUser guest = town.Discord.World.AddUser("Guest");
        town.Discord.World.UserInstalls.Add(host.Id);
        FakeGuild elsewhere = town.Discord.Guilds.AddGuild("Elsewhere", host, withBot: false);
        town.Discord.Guilds.Join(elsewhere, guest);
        FakeChannel channel = town.Discord.Guilds.AddChannel(elsewhere, "talk");
        FakeMessage digest = (await town.SettledAsync(town.People.Run(host, channel, "digest", ("topic", "iraq"), ("stories", 12)))).Response!;

        await ClickAsync(host, digest, "▶");

        Assert.Contains("2/2", digest.Buttons());
        Assert.Null(await town.FindDigestAsync($"discord:{guest.Id}", digest.DigestId()));
    }

    private async Task<FakeMessage> DigestAsync(FakeUser reader) =>
        (await town.SettledAsync(town.People.Run(reader, town.AddChannel(), "digest", ("topic", "iraq"), ("stories", 12)))).Response!;

    private async Task<FakeInteraction> ClickAsync(FakeUser user, FakeMessage message, string label) =>
        await town.SettledAsync(town.People.ClickLabel(user, message, label));
}
