using System.Text.Json.Nodes;
using DigestBot.Adapters.Discord;
using DigestBot.Delivery;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Following a topic from a server: by the command, by a mention, and by the button below a digest.</summary>
public sealed class FollowInteractionTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_below_a_digest_follows_its_topic_for_whoever_clicked()
    {
        FakeMessage digest = await DigestAsync(("topic", "iraq"));
        FakeUser reader = town.AddReader();

        FakeInteraction answer = await town.SettledAsync(town.People.ClickLabel(reader, digest, "Follow"));

        Assert.Same(reader, answer.Response!.VisibleOnlyTo);
        Assert.Contains("You follow “iraq”", answer.Text(), StringComparison.Ordinal);
        Schedule follow = Assert.Single(await FollowsAsync(reader));
        Assert.Equal(($"discord:{reader.Id}", $"discord:{town.Discord.World.DirectChannel(reader).Id}"), (follow.Space.Key, follow.Channel.Address.ToString()));
        Assert.Equal($"discord:{town.Guild.Id}", (await town.Bot.Get<FollowStore>().OfSchedulesAsync([follow.Id], Cancel))[follow.Id].Space.Key);
    }

    [Fact]
    public async Task Below_a_digest_of_all_news_it_says_what_to_do_and_offers_its_stories()
    {
        FakeMessage digest = await DigestAsync();
        FakeUser reader = town.AddReader();

        FakeInteraction answer = await town.SettledAsync(town.People.ClickLabel(reader, digest, "Follow"));

        Assert.Contains("say /follow and the topic that you want", answer.Text(), StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(reader));

        JsonObject menu = answer.Response!.AllComponents().Single(component => component.Text("placeholder") == "Follow one story of it");
        string second = menu["options"]![1]!["value"]!.ToString();
        FakeInteraction chosen = await town.SettledAsync(town.People.Choose(reader, answer.Response!, menu.Text("custom_id")!, second));

        Assert.Contains("You follow the story “", chosen.Text(), StringComparison.Ordinal);
        Assert.Equal(second, $"{Assert.Single(await FollowsAsync(reader)).Settings.Story}");
    }

    [Fact]
    public async Task The_button_below_a_story_follows_it_for_whoever_clicked_and_the_one_below_what_it_brings_ends_that()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeMessage digest = (await town.SettledAsync(town.People.Run(reader, channel, "digest", ("topic", "iraq")))).Response!;
        FakeMessage story = (await town.SettledAsync(town.People.Run(reader, channel, "story", ("story", "1")))).Response!;

        FakeInteraction followed = await town.SettledAsync(town.People.ClickLabel(reader, story, "Follow"));

        Assert.Contains("You follow the story “", followed.Text(), StringComparison.Ordinal);
        Schedule follow = Assert.Single(await FollowsAsync(reader));
        Assert.NotNull(follow.Settings.Story);

        JsonObject button = digest.AllComponents().First(component => component.Text("label") == "Follow");
        string digestId = DiscordCustomId.Parse(button.Text("custom_id"))!.DigestId!;
        (button["label"], button["custom_id"]) = ("Unfollow", new DiscordCustomId(DiscordCustomId.Unfollow, digestId).ToString());
        FakeInteraction ended = await town.SettledAsync(town.People.ClickLabel(reader, digest, "Unfollow"));

        Assert.Contains("You no longer follow", ended.Text(), StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(reader));
    }

    [Fact]
    public async Task Below_the_list_one_is_chosen_to_be_ended_by_whoever_follows_it_and_once()
    {
        FakeUser reader = town.AddReader(), other = town.AddReader();
        FakeChannel channel = town.AddChannel();
        foreach (string topic in (string[])["iraq", "iran", "australia"])
        {
            await town.SettledAsync(town.People.Run(reader, channel, "follow", ("topic", topic)));
        }

        FakeMessage list = (await town.SettledAsync(town.People.Run(reader, channel, "follow"))).Response!;
        JsonObject menu = list.AllComponents().Single(component => component.Text("placeholder") == "Unfollow one of these");
        Assert.Equal(3, menu["options"]!.AsArray().Count);
        JsonObject iran = menu["options"]!.AsArray().Select(option => option!.AsObject()).Single(option => option.Text("label")!.Contains("iran", StringComparison.Ordinal));
        string chosen = iran.Text("value")!;

        FakeInteraction ended = await town.SettledAsync(town.People.Choose(reader, list, menu.Text("custom_id")!, chosen));
        FakeInteraction again = await town.SettledAsync(town.People.Choose(reader, list, menu.Text("custom_id")!, chosen));

        Assert.Contains("You no longer follow “iran”", ended.Text(), StringComparison.Ordinal);
        Assert.Contains("You do not follow that any more", again.Text(), StringComparison.Ordinal);
        string left = menu["options"]!.AsArray().Select(option => option!["value"]!.ToString()).First(value => value != chosen);
        await town.SettledAsync(town.People.Run(other, channel, "follow", ("topic", "iraq")));
        FakeMessage own = (await town.SettledAsync(town.People.Run(other, channel, "follow"))).Response!;
        JsonObject button = own.AllComponents().Single(component => component.Text("label") == "Unfollow");
        button["custom_id"] = new DiscordCustomId(DiscordCustomId.Unfollow, null, left).ToString();
        FakeInteraction foreign = await town.SettledAsync(town.People.ClickLabel(other, own, "Unfollow"));
        Assert.Contains("You do not follow that any more", foreign.Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await FollowsAsync(reader)).Count);
    }

    [Fact]
    public async Task The_command_is_answered_in_private_and_completes_what_somebody_follows()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();

        FakeInteraction answer = await town.SettledAsync(town.People.Run(reader, channel, "follow", ("topic", "floods"), ("at", "07:30")));
        FakeInteraction typing = await town.SettledAsync(town.People.Complete(reader, channel, "unfollow", "topic", ("topic", "fl")));

        Assert.Same(reader, answer.Response!.VisibleOnlyTo);
        Assert.Contains("07:30", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(["floods"], typing.Choices!.Values());
    }

    [Fact]
    public async Task What_somebody_follows_is_told_to_them_directly_where_others_read_along()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();

        town.People.Type(reader, channel, $"<@{town.Discord.World.Bot.Id}> follow iraq");

        FakeMessage said = Assert.Single(await town.PostedAsync(channel));
        Assert.DoesNotContain("iraq", said.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("iraq", Assert.Single(await town.PostedAsync(town.Discord.World.DirectChannel(reader))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_no_messages_is_told_once_beside_the_next_answer_and_nobody_else()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        await town.SettledAsync(town.People.Run(reader, channel, "follow", ("topic", "iraq")));
        DirectChat chat = (await town.Bot.Get<DirectChatStore>().FindAsync($"discord:{reader.Id}", Cancel))!;
        await town.Bot.Get<ChannelParking>().ClosedAsync(chat.Channel, "Closed.", Cancel);

        FakeInteraction told = await town.SettledAsync(town.People.Run(reader, channel, "digest", ("topic", "floods")));
        FakeInteraction again = await town.SettledAsync(town.People.Run(reader, channel, "digest", ("topic", "floods")));

        FakeMessage aside = Assert.Single(told.Followups, message => message.Text().Contains("is paused", StringComparison.Ordinal));
        Assert.Same(reader, aside.VisibleOnlyTo);
        Assert.Null(told.Response!.VisibleOnlyTo);
        Assert.DoesNotContain("is paused", again.Text(), StringComparison.Ordinal);
    }

    private async Task<FakeMessage> DigestAsync(params (string, object)[] options) =>
        (await town.SettledAsync(town.People.Run(town.AddReader(), town.AddChannel(), "digest", options))).Response!;

    private Task<IReadOnlyList<Schedule>> FollowsAsync(FakeUser reader) => town.Bot.Get<FollowStore>().ListAsync($"discord:{reader.Id}", Cancel);
}
