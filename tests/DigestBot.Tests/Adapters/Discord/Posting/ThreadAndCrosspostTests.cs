using DigestBot.Delivery;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>What comes beside a digest: a thread of its own, and being published to other servers.</summary>
public sealed class ThreadAndCrosspostTests
{
    private const string Begin = "POST /channels/{channel_id}/messages/{message_id}/threads";
    private const string Post = "POST /channels/{channel_id}/messages";
    private const string Publish = "POST /channels/{channel_id}/messages/{message_id}/crosspost";

    [Fact]
    public async Task The_first_part_stands_in_the_channel_and_the_others_in_its_thread()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));

        ulong first = await town.DeliveredAsync(town.Part() with { Parts = 2 });
        OutgoingPart second = town.Part(nonce: "second") with { Part = 2, Parts = 2, FirstMessageId = $"{first}" };
        ulong id = await town.DeliveredAsync(second);

        Assert.Single(town.News.Messages);
        Assert.Contains(id, town.Discord.World.Channels[first].Messages.Keys);
        Assert.Equal(new Lookup.Found($"{id}"), await town.FindAsync(second));
    }

    [Fact]
    public async Task A_thread_that_was_never_begun_is_begun_for_the_second_part()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));
        town.Discord.Faults.Add(new Fault(FaultKind.FailBefore) { Route = Begin });

        ulong first = await town.DeliveredAsync(town.Part() with { Parts = 2 });
        Assert.False(town.Discord.World.Channels.ContainsKey(first));
        ulong second = await town.DeliveredAsync(town.Part(nonce: "second") with { Part = 2, Parts = 2, FirstMessageId = $"{first}" });

        Assert.Contains(second, town.Discord.World.Channels[first].Messages.Keys);
    }

    [Fact]
    public async Task A_page_in_place_of_a_refusal_does_not_lose_the_channel()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));
        town.Discord.Faults.Add(new Fault(FaultKind.FailBefore) { Route = Begin });
        ulong first = await town.DeliveredAsync(town.Part() with { Parts = 2 });
        OutgoingPart second = town.Part(nonce: "second") with { Part = 2, Parts = 2, FirstMessageId = $"{first}" };

        town.Discord.Faults.Add(new Fault(FaultKind.WrongContentType) { Route = Post }); // the thread is not there
        Assert.IsType<DeliveryOutcome.RetryLater>(await town.SendAsync(second));

        Assert.Contains(await town.DeliveredAsync(second), town.Discord.World.Channels[first].Messages.Keys);
    }

    [Fact]
    public async Task Where_no_thread_may_be_begun_the_parts_stand_in_the_channel()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));
        town.Discord.Guilds.Deny(town.News, Rights.CreatePublicThreads);

        ulong first = await town.DeliveredAsync(town.Part() with { Parts = 2 });
        await town.DeliveredAsync(town.Part(nonce: "second") with { Part = 2, Parts = 2, FirstMessageId = $"{first}" });

        Assert.Equal(2, town.News.Messages.Count);
    }

    [Fact]
    public async Task What_a_channel_wishes_goes_before_what_is_configured()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:ThreadPerDigest", "true"));

        await town.DeliveredAsync(town.Part() with { Reference = """{"threadPerDigest":false}""" });

        Assert.Equal(0, town.Requests(Begin));
    }

    [Fact]
    public async Task Digests_in_an_announcement_channel_are_published_if_wished_and_only_there()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:Crosspost", "true"));
        FakeChannel announcements = town.Discord.Guilds.AddChannel(town.Guild, "announcements", ChannelKind.Announcement);

        await town.DeliveredAsync(town.Part());
        Assert.Equal(0, town.Requests(Publish));
        await town.DeliveredAsync(town.Part(announcements, "other"));

        Assert.Equal(1, town.Requests(Publish));
    }

    [Fact]
    public async Task A_digest_that_could_not_be_published_is_delivered_all_the_same()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(settings: ("Discord:Crosspost", "true"));
        FakeChannel announcements = town.Discord.Guilds.AddChannel(town.Guild, "announcements", ChannelKind.Announcement);
        town.Discord.Faults.Add(new Fault(FaultKind.RateLimit) { Route = Publish, Wait = TimeSpan.FromMinutes(50) });

        await town.DeliveredAsync(town.Part(announcements));

        Assert.Single(announcements.Messages);
    }
}
