using DigestBot.Adapters.Discord.Posting;
using DigestBot.Chat;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.People;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>How a channel wants its digests, as managers say it.</summary>
public sealed class PostingCommandTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    [Fact]
    public async Task What_a_channel_wishes_is_kept_and_said()
    {
        FakeChannel channel = town.AddChannel();

        FakeInteraction said = await RunAsync(town.Owner, channel, ("thread", true), ("tag", "News"));

        Assert.True(said.Response!.IsEphemeral);
        Assert.Contains("News", said.Text(), StringComparison.Ordinal);
        PostingPlace kept = await KeptAsync(channel);
        Assert.Equal((true, null, "News"), (kept.ThreadPerDigest, kept.Crosspost, kept.Tag));
    }

    [Fact]
    public async Task What_is_not_named_stays_as_it_was()
    {
        FakeChannel channel = town.AddChannel();
        await RunAsync(town.Owner, channel, ("thread", true), ("tag", "News"));

        await RunAsync(town.Owner, channel, ("publish", true));
        await RunAsync(town.Owner, channel, ("tag", "off"));

        PostingPlace kept = await KeptAsync(channel);
        Assert.Equal((true, true, null), (kept.ThreadPerDigest, kept.Crosspost, kept.Tag));
    }

    [Fact]
    public async Task Another_channel_of_the_server_can_be_named()
    {
        FakeChannel here = town.AddChannel();
        FakeChannel there = town.AddChannel();

        await RunAsync(town.Owner, here, ("channel", there), ("thread", false));

        Assert.False((await KeptAsync(there)).ThreadPerDigest);
        Assert.Null(await FindAsync(here));
    }

    [Fact]
    public async Task A_right_that_threads_need_is_named_and_nothing_is_kept()
    {
        FakeChannel channel = town.AddChannel();
        town.Discord.Guilds.Deny(channel, Rights.CreatePublicThreads);

        FakeInteraction refused = await RunAsync(town.Owner, channel, ("thread", true));

        Assert.Contains("Create Public Threads", refused.Text(), StringComparison.Ordinal);
        Assert.Null(await FindAsync(channel));
    }

    [Fact]
    public async Task A_channel_of_another_server_is_not_told_from_one_that_is_not_there()
    {
        FakeGuild others = town.Discord.Guilds.AddGuild("Others");
        FakeChannel theirs = town.Discord.Guilds.AddChannel(others, "private");

        string refused = (await RunAsync(town.Owner, town.AddChannel(), ("channel", theirs))).Text();
        town.Discord.Guilds.DeleteChannel(theirs);
        string gone = (await RunAsync(town.Owner, town.AddChannel(), ("channel", theirs))).Text();

        Assert.Equal(refused, gone);
        Assert.Null(await FindAsync(theirs));
    }

    [Fact]
    public async Task Readers_cannot_change_it()
    {
        FakeChannel channel = town.AddChannel();

        FakeInteraction refused = await RunAsync(town.AddReader(), channel, ("thread", true));

        Assert.Equal(Phrases.English.SettingsManagersOnly, refused.Text().Trim());
        Assert.Null(await FindAsync(channel));
    }

    private Task<FakeInteraction> RunAsync(FakeUser user, FakeChannel channel, params (string Name, object Value)[] options) =>
        town.SettledAsync(town.People.Run(user, channel, "posting", options));

    private async Task<PostingPlace> KeptAsync(FakeChannel channel) => PostingPlace.Read(await FindAsync(channel));

    private Task<string?> FindAsync(FakeChannel channel) => town.Bot.Get<ChannelStore>().ReferenceAsync(
        $"discord:{town.Guild.Id}", new ChannelRef(ChatPlatform.Discord, $"{channel.Id}"), TestContext.Current.CancellationToken);
}
