using System.Text.Json.Nodes;
using DigestBot.Delivery;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>What stands in a channel after a part was sent, and what the outbox is told.</summary>
public sealed class PostingTests
{
    private const string Post = "POST /channels/{channel_id}/messages";

    [Fact]
    public async Task A_part_is_posted_with_its_embed_its_buttons_and_its_nonce_and_pings_nobody()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();

        ulong id = await town.DeliveredAsync(town.Part());

        FakeMessage message = DiscordTown.Only(town.News);
        Assert.Equal((message.Id, DiscordTown.Nonce), (id, message.Nonce!.ToString()));
        Assert.Single(message.Embeds);
        Assert.Contains(message.AllComponents(), component => component["custom_id"]?.ToString().EndsWith($":{DiscordTown.Nonce}", StringComparison.Ordinal) == true);
        JsonObject sent = Assert.Single(town.Discord.Journal.Requests(Post))["body"]!.AsObject();
        Assert.Equal("""{"parse":[]}""", sent["allowed_mentions"]!.ToJsonString());
        Assert.True((bool)sent["enforce_nonce"]!);
    }

    [Fact]
    public async Task A_part_that_was_deleted_after_it_arrived_counts_as_delivered()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.DeliveredAsync(town.Part());
        DiscordTown.Only(town.News).IsDeleted = true;

        Assert.IsType<DeliveryOutcome.Delivered>(await town.SendAsync(town.Part() with { Attempt = 2 }));
    }

    [Theory]
    [InlineData(FaultKind.HangUpAfter)]
    [InlineData(FaultKind.FailAfter)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.WrongContentType)]
    public async Task What_may_have_arrived_is_unconfirmed_and_another_attempt_posts_nothing_twice(FaultKind kind)
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Faults.Add(new Fault(kind) { Route = Post });

        DeliveryOutcome first = await town.SendAsync(town.Part());
        ulong id = await town.DeliveredAsync(town.Part() with { Attempt = 2 });

        Assert.IsType<DeliveryOutcome.Unconfirmed>(first);
        Assert.Equal(DiscordTown.Only(town.News).Id, id);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_has_left()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.Discord.StopAsync(TestContext.Current.CancellationToken);

        Assert.IsType<DeliveryOutcome.RetryLater>(await town.SendAsync(town.Part()));
    }

    [Theory]
    [InlineData(RateScope.User, false)]
    [InlineData(RateScope.Global, true)]
    public async Task Too_many_requests_wait_as_long_as_discord_says_and_as_widely(RateScope scope, bool wholePlatform)
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Faults.Add(new Fault(FaultKind.RateLimit) { Route = Post, Scope = scope, Wait = TimeSpan.FromSeconds(7.5) });

        DeliveryOutcome.RetryLater later = Assert.IsType<DeliveryOutcome.RetryLater>(await town.SendAsync(town.Part()));

        Assert.Equal(wholePlatform, later.WholePlatform);
        Assert.InRange(later.After!.Value, TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(9));
        Assert.Empty(town.News.Messages);
    }

    [Fact]
    public async Task A_missing_permission_is_named_to_whoever_can_give_it()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.Guilds.Deny(town.News, Rights.EmbedLinks);

        DeliveryOutcome outcome = await town.SendAsync(town.Part());

        Assert.Equal(new DeliveryOutcome.Rejected("I can't post in #news: missing Embed Links.", ChannelLost: true), outcome);
    }

    [Fact]
    public async Task A_channel_that_was_deleted_is_lost_also_when_it_was_known()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.DeliveredAsync(town.Part());
        town.Discord.Guilds.DeleteChannel(town.News);

        DeliveryOutcome.Rejected rejected = Assert.IsType<DeliveryOutcome.Rejected>(await town.SendAsync(town.Part(nonce: "other")));

        Assert.True(rejected.ChannelLost);
        Assert.Contains("was deleted", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_valid_token_the_whole_platform_waits_and_discord_is_asked_once()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(token: "not.the.token");

        DeliveryOutcome first = await town.SendAsync(town.Part());
        DeliveryOutcome second = await town.SendAsync(town.Part(nonce: "other"));

        DeliveryOutcome.RetryLater later = Assert.IsType<DeliveryOutcome.RetryLater>(first);
        Assert.True(later.WholePlatform);
        Assert.Equal(first, second);
        Assert.Single(town.Discord.Journal.Requests());
    }

    [Fact]
    public async Task The_one_role_that_is_wished_for_is_pinged_and_everybody_never_is()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeRole readers = town.Discord.Guilds.AddRole(town.Guild, "readers", mentionable: true);

        await town.DeliveredAsync(town.Part() with { MentionRole = $"{readers.Id}" });
        await town.DeliveredAsync(town.Part(nonce: "other") with { MentionRole = $"{town.Guild.Id}" });

        Assert.Equal([$"<@&{readers.Id}>", ""], town.News.Messages.Values.Select(message => message.Content));
        JsonNode?[] allowed = [.. town.Discord.Journal.Requests(Post).Select(request => request["body"]!["allowed_mentions"])];
        Assert.Equal([$$"""{"parse":[],"roles":["{{readers.Id}}"]}""", """{"parse":[]}"""], allowed.Select(each => each!.ToJsonString()));
    }

    [Fact]
    public async Task In_quiet_hours_nobodys_phone_rings()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();

        await town.DeliveredAsync(town.Part() with { Silent = true });

        Assert.Equal(1 << 12, (int)Assert.Single(town.Discord.Journal.Requests(Post))["body"]!["flags"]!);
    }

    [Fact]
    public async Task A_person_is_written_to_directly()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        var reader = town.Discord.World.AddUser("reader");
        OutgoingPart part = town.Part() with { Channel = new(DigestBot.Chat.ChatPlatform.Discord, $"{reader.Id}") };

        await town.DeliveredAsync(part);

        Assert.Single(town.Discord.World.DirectChannel(reader).Messages);
    }

    [Fact]
    public async Task An_archived_thread_is_opened_and_the_part_goes_with_the_next_attempt()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));
        ulong first = await town.DeliveredAsync(town.Part() with { Parts = 2 });
        FakeChannel thread = town.Discord.World.Channels[first];
        town.Discord.Guilds.SetArchived(thread, archived: true);
        OutgoingPart second = town.Part(nonce: "second") with { Part = 2, Parts = 2, FirstMessageId = $"{first}" };

        town.Discord.Faults.Add(new Fault(FaultKind.FailBefore) { Route = Post, Status = 400, Code = 50083 });
        Assert.IsType<DeliveryOutcome.RetryLater>(await town.SendAsync(second));
        Assert.False(thread.IsArchived);
        Assert.IsType<DeliveryOutcome.Delivered>(await town.SendAsync(second with { Attempt = 2 }));

        Assert.Single(thread.Messages.Values, message => message.Nonce?.ToString() == "second");
    }
}
