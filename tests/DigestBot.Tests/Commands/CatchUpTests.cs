using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>Catching up where there is more than one digest holds, on every store.</summary>
public abstract class CatchUpTests(string provider)
{
    private static readonly string[] Places =
        ["Aalborg", "Bergen", "Cork", "Delft", "Esbjerg", "Faro", "Genoa", "Hull"];

    private static readonly string[] Events =
    [
        "a bakery burned", "copper was found below the market", "the tram derailed", "two bears left the zoo", "voters chose a new mayor",
        "the lighthouse was sold", "pupils won a chess match", "the brewery closed",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_left_over_is_counted_and_more_shows_it_and_then_nothing_is_new()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply first = await room.SendAsync(room.Message("/catchup") with { IsAlone = true });
        Reply more = await room.SendAsync(room.Message("/more") with { IsAlone = true });

        Assert.Equal((6, 2), (Shown(first).Stories.Count, Shown(first).Further));
        Assert.Contains("Further stories: 2. /more shows them.", room.Print(first), StringComparison.Ordinal);
        Assert.Equal((8, 0), (Shown(more).Stories.Count, Shown(more).Further));
        Assert.Equal(Shown(first).Stories.Select(story => story.Id), Shown(more).Stories.Take(6).Select(story => story.Id));
        Assert.IsType<Reply.Plain>(await room.SendAsync(room.Message("/catchup") with { IsAlone = true }));
    }

    [Fact]
    public async Task In_a_channel_more_is_asked_for_in_private_too()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/catchup");

        Assert.IsType<Reply.Refusal>(await room.SayAsync("/more"));
        Reply more = await room.SayAsync("/more private:yes");

        Assert.True(more.IsPrivate);
        Assert.Equal(8, Shown(more).Stories.Count);
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(
            bot.Operator,
            "Town Post",
            Cancel,
            [.. Places.Zip(Events, (place, happened) => Articles.Article($"{place}: {happened}", $"On Sunday {happened} in {place}, and nobody was hurt.", now.AddHours(-2)))]);
        return bot;
    }

    private static Digest Shown(Reply reply) => Assert.IsType<Reply.OfDigest>(reply).Digest;
}

public sealed class SqliteCatchUpTests() : CatchUpTests("sqlite");

public sealed class PostgresCatchUpTests() : CatchUpTests("postgresql");
