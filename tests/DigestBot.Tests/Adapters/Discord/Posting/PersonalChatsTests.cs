using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>Direct messages: to whom they go, what they bring, and what becomes of those who take none.</summary>
public sealed class PersonalChatsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_told_from_those_who_left_and_from_servers_that_the_bot_is_not_in()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeUser reader = Join(town);
        FakeGuild elsewhere = town.Discord.Guilds.AddGuild("Elsewhere", reader, withBot: false);
        IPersonalChats chats = town.Bot.Get<IPersonalChats>();

        Assert.True(await chats.IsMemberAsync($"discord:{town.Guild.Id}", $"discord:{reader.Id}", Cancel));
        Assert.False(await chats.IsMemberAsync($"discord:{elsewhere.Id}", $"discord:{reader.Id}", Cancel));
        town.Discord.Guilds.Leave(town.Guild, reader);
        Assert.False(await chats.IsMemberAsync($"discord:{town.Guild.Id}", $"discord:{reader.Id}", Cancel));
        Assert.False(await chats.IsMemberAsync("discord:x", $"discord:{reader.Id}", Cancel));
    }

    [Fact]
    public async Task Nobody_has_that_id()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        IPersonalChats chats = town.Bot.Get<IPersonalChats>();

        Assert.IsType<PersonalChat.Closed>(await chats.OpenAsync(new("discord:1", new(ChatPlatform.Discord, "2"), "discord:3"), Cancel));
        Assert.IsType<PersonalChat.Closed>(await chats.OpenAsync(new("discord:1", new(ChatPlatform.Discord, "2"), "discord:x"), Cancel));
    }

    [Fact]
    public async Task What_a_member_follows_comes_by_direct_message_with_the_server_s_own_news_and_once()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeUser reader = Join(town);
        Schedule follow = await FollowAsync(town, reader);

        await RunAsync(town, follow);
        await RunAsync(town, follow);

        FakeMessage message = Assert.Single(town.Discord.World.DirectChannel(reader).Messages.Values);
        Assert.Contains("bridge at Falun", message.Embeds.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(OccurrenceState.Delivered, (await LastAsync(town, follow)).State);
    }

    [Fact]
    public async Task Whoever_takes_none_is_parked_at_once_and_the_reason_is_kept()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeUser reader = Join(town, refuses: true);
        Schedule follow = await FollowAsync(town, reader);

        await RunAsync(town, follow);

        Channel channel = (await town.Bot.Get<DirectChatStore>().FindAsync($"discord:{reader.Id}", Cancel))!.Channel;
        Assert.Equal("This person takes no direct messages from me.", channel.ParkedReason);
        Assert.Equal(OccurrenceState.Failed, (await LastAsync(town, follow)).State);
    }

    private static FakeUser Join(DiscordTown town, bool refuses = false)
    {
        FakeUser reader = town.Discord.World.AddUser("Reader", refusesDirectMessages: refuses);
        town.Discord.Guilds.Join(town.Guild, reader);
        return reader;
    }

    private static async Task<Schedule> FollowAsync(DiscordTown town, FakeUser reader)
    {
        Space server = await town.Bot.SpaceAsync($"discord:{town.Guild.Id}", Cancel);
        await town.Bot.ImportAsync(server, "Own Wire", Cancel, Articles.Article(
            "Falun bridge opens", "The mayor opened the bridge at Falun on Sunday.", town.Clock.GetUtcNow().AddMinutes(-10)));
        var said = new ChatMessage(server, $"discord:{town.News.Id}", "/follow bridge", "en", IsOperator: false) { Person = $"discord:{reader.Id}" };
        return Assert.Single(Assert.IsType<Reply.OfFollows>(await town.Bot.Get<CommandRouter>().RunAsync(said, Cancel)).Follows);
    }

    // Whoever tries by hand is shown that nothing is new; the timetable skips that.
    private static async Task RunAsync(DiscordTown town, Schedule follow)
    {
        town.Clock.Advance(TimeSpan.FromDays(1) / 24);
        var slot = new NewOccurrence(follow.Id, $"{town.Clock.GetUtcNow():yyyy-MM-dd'/'HH}", town.Clock.GetUtcNow(), false, null);
        await town.Bot.Get<Database>().InTransactionAsync(transaction => town.Bot.Get<OccurrenceStore>().OpenAsync(transaction, [slot]), Cancel);
        await town.Bot.Get<SlotRunner>().RunAsync(Cancel);
        // Requests depart at intervals of the clock.
        await town.Clock.PassUntilAsync(town.Bot.Get<Outbox>().DrainAsync(ChatPlatform.Discord, Cancel), TimeSpan.FromMilliseconds(50));
    }

    private static async Task<Occurrence> LastAsync(DiscordTown town, Schedule follow) =>
        (await town.Bot.Get<OccurrenceStore>().HistoryAsync(follow.Id, 5, null, Cancel)).First(run => run.State != OccurrenceState.Skipped);
}
