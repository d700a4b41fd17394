using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands.Status;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>Days with a publisher and a hub as they are: late, repeating themselves, or silent.</summary>
public sealed class HubLifeTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 1.0)]
    [InlineData(3, 0.7)]
    [InlineData(4, 0.0)]
    public async Task All_news_is_found_in_time_once_and_the_publisher_is_never_asked_too_often(int seed, double told)
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        var chance = new Random(seed);
        var waiting = new Queue<(DateTimeOffset VisibleAt, DateTimeOffset FoundBy)>();
        DateTimeOffset end = town.Bot.Clock.GetUtcNow().AddDays(3);
        for (int published = 1, found = 1; town.Bot.Clock.GetUtcNow() < end; town.Bot.Clock.Advance(Step))
        {
            DateTimeOffset now = town.Bot.Clock.GetUtcNow();
            if (chance.NextDouble() < 0.02 && now < end.AddDays(-1))
            {
                bool isTold = chance.NextDouble() < told;
                DateTimeOffset visible = now + (Step * chance.Next(8));
                visible = waiting.TryPeek(out _) && waiting.Max(item => item.VisibleAt) is var last && last > visible ? last : visible;
                waiting.Enqueue((visible, visible + (isTold ? TimeSpan.FromHours(1.2) : TimeSpan.FromHours(6.7))));
                for (int times = chance.Next(3); isTold && times >= 0; times--)
                {
                    await town.PingAsync();
                }
            }

            for (; town.Items.Count - found < waiting.Count && waiting.ElementAt(town.Items.Count - found).VisibleAt <= now; published++)
            {
                town.Items.Add($"News {published}");
            }

            await town.PollAsync();
            await town.KeepAsync();
            for (long stored = (await town.SourceAsync()).Articles; found < stored; found++)
            {
                waiting.Dequeue();
            }

            Assert.All(waiting, item => Assert.True(item.FoundBy >= now, $"at {now:s}, visible since {item.VisibleAt:s}"));
        }

        Assert.Empty(waiting);
        Assert.Equal(town.Items.Count, (await town.SourceAsync()).Articles);
        Assert.All(town.ReadAt.Zip(town.ReadAt.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Gap, $"{pair}"));
        Assert.InRange(town.Reads, 10, 72 + (told > 0 ? 6 * town.Items.Count : 2));
    }

    [Fact]
    public async Task Doctor_and_status_tell_how_it_stands_with_the_hubs()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.FollowAsync();
        await town.PollAsync();
        town.HubAnswer = Reply.Status("500 Internal Server Error");
        await town.KeepAsync();

        Finding wrong = Assert.Single(await Doctor(town.Bot).LookAsync(Phrases.English, TestContext.Current.CancellationToken));
        Assert.False(wrong.Ok);
        Assert.Contains("500", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await StatusAsync(town)).Hubs);
        Assert.True(await town.ConfirmAsync(town.Asked[0]));
        Finding fine = Assert.Single(await Doctor(town.Bot).LookAsync(Phrases.English, TestContext.Current.CancellationToken));
        Assert.Equal("Hubs tell of news for 1 of the 1 feeds that name one", fine.Text);
        Assert.Equal(1, (await StatusAsync(town)).Hubs);
        await using TestBot plain = await TestBot.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(await Doctor(plain).LookAsync(Phrases.English, TestContext.Current.CancellationToken));
        Assert.Null((await plain.Get<StatusReader>().ReadAsync(plain.Operator, TestContext.Current.CancellationToken)).Hubs);
    }

    private static IDoctorCheck Doctor(TestBot bot) => Assert.Single(bot.Get<IEnumerable<IDoctorCheck>>(), check => check.Name == "websub");

    private static Task<BotStatus> StatusAsync(HubTown town) =>
        town.Bot.Get<StatusReader>().ReadAsync(town.Bot.Operator, TestContext.Current.CancellationToken);
}
