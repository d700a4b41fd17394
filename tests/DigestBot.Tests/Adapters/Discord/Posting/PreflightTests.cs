using DigestBot.Delivery;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>What is said of a channel before the first digest is posted there.</summary>
public sealed class PreflightTests
{
    [Theory]
    [InlineData(ChannelKind.Text, Rights.SendMessages, "Send Messages")]
    [InlineData(ChannelKind.Text, Rights.EmbedLinks, "Embed Links")]
    [InlineData(ChannelKind.Text, Rights.ReadMessageHistory, "Read Message History")]
    [InlineData(ChannelKind.Announcement, Rights.SendMessages | Rights.EmbedLinks, "Send Messages, Embed Links")]
    [InlineData(ChannelKind.Forum, Rights.SendMessagesInThreads, "Send Messages in Threads")]
    public async Task What_is_denied_in_that_very_channel_is_named(ChannelKind kind, Rights denied, string missing)
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel channel = town.Discord.Guilds.AddChannel(town.Guild, "digests", kind);
        Assert.IsType<Preflight.Fine>(await town.CheckAsync(channel.Id, $"discord:{town.Guild.Id}"));
        town.Discord.Guilds.Deny(channel, denied);

        Assert.Equal(missing, Missing(await town.CheckAsync(channel.Id, $"discord:{town.Guild.Id}")));
    }

    [Fact]
    public async Task A_channel_of_the_server_that_cannot_be_seen_is_not_taken_for_unknown()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Guilds.Deny(town.News, Rights.ViewChannel);

        Assert.Equal("View Channel", Missing(await town.CheckAsync(town.News.Id, $"discord:{town.Guild.Id}")));
    }

    [Fact]
    public async Task Threads_count_where_they_are_wished_for()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Guilds.Deny(town.News, Rights.CreatePublicThreads);
        string space = $"discord:{town.Guild.Id}";

        Assert.IsType<Preflight.Fine>(await town.CheckAsync(town.News.Id, space));
        Assert.Equal(
            "Create Public Threads", Missing(await town.CheckAsync(town.News.Id, space, reference: """{"threadPerDigest":true}""")));
    }

    [Fact]
    public async Task A_role_that_not_everybody_may_mention_needs_a_permission()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeRole open = town.Discord.Guilds.AddRole(town.Guild, "open", mentionable: true);
        FakeRole closed = town.Discord.Guilds.AddRole(town.Guild, "closed");
        string space = $"discord:{town.Guild.Id}";

        Assert.IsType<Preflight.Fine>(await town.CheckAsync(town.News.Id, space, $"{open.Id}"));
        Assert.Equal("Mention @everyone, @here and All Roles", Missing(await town.CheckAsync(town.News.Id, space, $"{closed.Id}")));
    }

    [Fact]
    public async Task The_names_are_in_the_readers_language()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Guilds.Deny(town.News, Rights.EmbedLinks);

        Assert.Equal("Intégrer des liens", Missing(await town.CheckAsync(town.News.Id, $"discord:{town.Guild.Id}", language: "fr")));
    }

    [Fact]
    public async Task Another_servers_channel_is_not_the_spaces_whatever_may_be_done_there()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeGuild other = town.Discord.Guilds.AddGuild("Other");
        FakeChannel open = town.Discord.Guilds.AddChannel(other, "open");
        FakeChannel hidden = town.Discord.Guilds.AddChannel(other, "hidden");
        town.Discord.Guilds.Deny(hidden, Rights.ViewChannel);

        Assert.IsType<Preflight.NotInSpace>(await town.CheckAsync(open.Id, $"discord:{town.Guild.Id}"));
        Assert.IsType<Preflight.ChannelUnknown>(await town.CheckAsync(hidden.Id, $"discord:{town.Guild.Id}"));
        Assert.IsType<Preflight.Fine>(await town.CheckAsync(open.Id, space: null));
    }

    [Fact]
    public async Task A_conversation_belongs_to_the_person_and_to_nobody_else()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        var ann = town.Discord.World.AddUser("ann");
        var bob = town.Discord.World.AddUser("bob");
        FakeChannel direct = town.Discord.World.DirectChannel(ann);

        Assert.IsType<Preflight.Fine>(await town.CheckAsync(direct.Id, $"discord:{ann.Id}"));
        Assert.IsType<Preflight.Fine>(await town.CheckAsync(ann.Id, $"discord:{ann.Id}"));
        Assert.IsType<Preflight.NotInSpace>(await town.CheckAsync(direct.Id, $"discord:{bob.Id}"));
        Assert.IsType<Preflight.NotInSpace>(await town.CheckAsync(direct.Id, $"discord:{town.Guild.Id}"));
    }

    [Fact]
    public async Task What_holds_no_messages_or_is_nowhere_is_unknown()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel category = town.Discord.Guilds.AddChannel(town.Guild, "category", ChannelKind.Category);

        Assert.IsType<Preflight.ChannelUnknown>(await town.CheckAsync(category.Id, $"discord:{town.Guild.Id}"));
        Assert.IsType<Preflight.ChannelUnknown>(await town.CheckAsync(4, $"discord:{town.Guild.Id}"));
    }

    [Fact]
    public async Task A_discord_that_does_not_answer_leaves_it_open()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.Discord.StopAsync(TestContext.Current.CancellationToken);

        Assert.IsType<Preflight.NotKnown>(await town.CheckAsync(town.News.Id, $"discord:{town.Guild.Id}"));
    }

    private static string Missing(Preflight answer) => string.Join(", ", Assert.IsType<Preflight.Missing>(answer).What);
}
