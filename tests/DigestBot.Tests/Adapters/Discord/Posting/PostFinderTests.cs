using DigestBot.Delivery;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>A look into the channel for a part that may have arrived.</summary>
public sealed class PostFinderTests
{
    [Fact]
    public async Task A_part_is_found_by_the_nonce_in_its_buttons_and_another_is_not()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        ulong id = await town.DeliveredAsync(town.Part());

        Assert.Equal(new Lookup.Found($"{id}"), await town.FindAsync(town.Part()));
        Assert.IsType<Lookup.Missing>(await town.FindAsync(town.Part(nonce: "another")));
    }

    [Fact]
    public async Task A_notice_has_no_buttons_and_is_found_by_its_text()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        OutgoingPart notice = town.Part() with { Body = town.Adapter.Lay("Digests are held back: *mend* it.", SampleReplies.In("en")) };
        OutgoingPart other = town.Part() with { Body = town.Adapter.Lay("Something else.", SampleReplies.In("en")) };
        ulong id = await town.DeliveredAsync(notice);

        Assert.Equal(new Lookup.Found($"{id}"), await town.FindAsync(notice));
        Assert.IsType<Lookup.Missing>(await town.FindAsync(other));
    }

    [Fact]
    public async Task It_is_found_behind_hundreds_of_later_messages_and_although_the_clocks_differ()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        town.Discord.World.Clock.Skew = TimeSpan.FromMinutes(-1);
        DateTimeOffset begun = town.Clock.GetUtcNow();
        for (int i = 0; i < 230; i++)
        {
            await town.DeliveredAsync(town.Part(nonce: $"n{i}"));
            town.Clock.Advance(town.Adapter.Limits.BetweenParts); // the client keeps Discord's limits by this clock
        }

        ulong id = await town.DeliveredAsync(town.Part());

        Assert.Equal(new Lookup.Found($"{id}"), await town.Adapter.FindAsync(town.Part(), begun, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_history_that_may_not_be_read_tells_nothing()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.DeliveredAsync(town.Part());
        town.Discord.Guilds.Deny(town.News, Rights.ReadMessageHistory);

        Lookup.NotKnown unknown = Assert.IsType<Lookup.NotKnown>(await town.FindAsync(town.Part()));

        Assert.Contains("Read Message History", unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_channel_that_may_be_read_does_not_have_it()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();

        Assert.IsType<Lookup.Missing>(await town.FindAsync(town.Part()));
    }

    [Fact]
    public async Task What_somebody_else_wrote_with_the_same_words_is_not_ours()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        var stranger = town.Discord.World.AddUser("stranger");
        town.Discord.Guilds.Join(town.Guild, stranger);
        town.Discord.People.Type(stranger, town.News, "Held back.");

        Assert.IsType<Lookup.Missing>(await town.FindAsync(town.Part() with { Body = town.Adapter.Lay("Held back.", SampleReplies.In("en")) }));
    }
}
