using DigestBot.Delivery;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>Digests in forums, where Discord drops no doubles.</summary>
public sealed class ForumTests
{
    private const string Read = "GET /channels/{channel_id}/messages/{message_id}";
    private const string Begin = "POST /channels/{channel_id}/threads";

    [Fact]
    public async Task Each_digest_is_a_post_named_after_it_that_holds_its_parts()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);

        ulong post = await town.DeliveredAsync(town.Part(forum) with { Parts = 2 });
        await town.DeliveredAsync(town.Part(forum, "second") with { Part = 2, Parts = 2, FirstMessageId = $"{post}" });

        FakeChannel thread = town.Discord.World.Channels[post];
        Assert.Equal((forum, 2), (thread.Parent, thread.Messages.Count));
        Assert.Contains("iraq", thread.Name, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\\', thread.Name);
    }

    [Theory]
    [InlineData(FaultKind.HangUpAfter)]
    [InlineData(FaultKind.FailAfter)]
    public async Task A_post_whose_answer_was_lost_is_found_and_not_begun_again(FaultKind kind)
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        town.Discord.Faults.Add(new Fault(kind) { Route = Begin });

        DeliveryOutcome first = await town.SendAsync(town.Part(forum));
        ulong id = await town.DeliveredAsync(town.Part(forum) with { Attempt = 2 });

        Assert.IsType<DeliveryOutcome.Unconfirmed>(first);
        Assert.Equal(id, Assert.Single(town.Discord.World.Channels.Values, channel => channel.Parent == forum).Id);
    }

    [Fact]
    public async Task A_look_that_was_cut_short_does_not_begin_from_the_start()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        for (int i = 0; i < 4; i++)
        {
            await town.DeliveredAsync(town.Part(forum, $"other-{i}"));
        }

        town.Discord.Faults.Add(new Fault(FaultKind.FailBefore) { Route = Read, Skip = 3, Status = 403, Code = 50001 });
        Assert.IsType<Lookup.NotKnown>(await town.FindAsync(town.Part(forum)));
        int asked = town.Requests(Read);

        Assert.IsType<Lookup.Missing>(await town.FindAsync(town.Part(forum)));
        Assert.Equal((4, 1), (asked, town.Requests(Read) - asked));
    }

    [Fact]
    public async Task A_look_at_many_posts_survives_requests_that_fail()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        ulong id = await town.DeliveredAsync(town.Part(forum));
        for (int i = 0; i < 5; i++)
        {
            await town.DeliveredAsync(town.Part(forum, $"later-{i}"));
        }

        Fault failing = town.Discord.Faults.Add(new Fault(FaultKind.FailBefore) { Route = Read, Times = 3 });
        Task<Lookup> looking = town.FindAsync(town.Part(forum));
        await town.Clock.PassUntilAsync(looking, TimeSpan.FromMilliseconds(50));

        Assert.Equal(new Lookup.Found($"{id}"), await looking);
        Assert.Equal(3, failing.Hits);
    }

    [Fact]
    public async Task After_doubt_nothing_is_begun_until_the_first_request_cannot_be_on_its_way_any_more()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        town.Discord.Faults.Add(new Fault(FaultKind.HangUpBefore) { Route = Begin });
        await town.SendAsync(town.Part(forum));

        DeliveryOutcome soon = await town.SendAsync(town.Part(forum) with { Attempt = 2 });
        town.Clock.Advance(TimeSpan.FromSeconds(21));
        ulong id = await town.DeliveredAsync(town.Part(forum) with { Attempt = 3 });

        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<DeliveryOutcome.RetryLater>(soon).After);
        Assert.Equal(id, Assert.Single(town.Discord.World.Channels.Values, channel => channel.Parent == forum).Id);
    }

    [Fact]
    public async Task Where_a_tag_is_needed_the_wished_one_is_set_or_else_the_first()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        forum.RequiresTag = true;
        ForumTag first = town.Discord.Guilds.AddTag(forum, "General");
        ForumTag wished = town.Discord.Guilds.AddTag(forum, "News");

        ulong plain = await town.DeliveredAsync(town.Part(forum));
        ulong tagged = await town.DeliveredAsync(town.Part(forum, "other") with { Reference = """{"tag":"news"}""" });

        Assert.Equal([first.Id], town.Discord.World.Channels[plain].AppliedTags);
        Assert.Equal([wished.Id], town.Discord.World.Channels[tagged].AppliedTags);
    }

    [Fact]
    public async Task Where_a_tag_is_needed_and_there_is_none_the_managers_hear_of_it()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        forum.RequiresTag = true;

        Assert.Equal(
            new DeliveryOutcome.Rejected("#digests wants a tag on each post, and has none that I may set.", ChannelLost: true),
            await town.SendAsync(town.Part(forum)));
    }

    [Fact]
    public async Task A_look_finds_the_post_and_the_parts_in_it()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "digests", ChannelKind.Forum);
        OutgoingPart first = town.Part(forum) with { Parts = 2 };
        ulong post = await town.DeliveredAsync(first);
        OutgoingPart second = town.Part(forum, "second") with { Part = 2, Parts = 2, FirstMessageId = $"{post}" };

        Assert.Equal(new Lookup.Found($"{post}"), await town.FindAsync(first));
        Assert.IsType<Lookup.Missing>(await town.FindAsync(second));
        Assert.Equal(new Lookup.Found($"{await town.DeliveredAsync(second)}"), await town.FindAsync(second));
    }
}
