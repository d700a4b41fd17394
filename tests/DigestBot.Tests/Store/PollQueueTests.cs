using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

public sealed class PollQueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("sqlite", 20, 1)]
    [InlineData("postgresql", 20, 1)]
    [InlineData("sqlite", 4000, 60)]
    public async Task What_became_due_while_nobody_was_there_is_spread_and_little_of_it_waits_little(string provider, int count, int minutes)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        await AddAsync(bot, count, bot.Clock.GetUtcNow(), cancel);
        PollQueue queue = bot.Get<PollQueue>();

        bot.Clock.Advance(TimeSpan.FromDays(2));
        await queue.SpreadLateAsync(TimeSpan.FromHours(1), cancel);
        int most = 0;
        int all = 0;
        for (int minute = 0; minute <= minutes; minute++, bot.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            IReadOnlyList<Source> taken = await queue.TakeDueAsync(10_000, bot.Clock.GetUtcNow() + Lease + Lease, cancel);
            most = Math.Max(most, taken.Count);
            all += taken.DistinctBy(source => source.Id).Count();
        }

        Assert.True(all >= count, $"{all} of {count} were taken within {minutes} minutes");
        Assert.InRange(most, 1, Math.Max(count, 60 * 4));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_source_that_is_due_as_always_is_not_made_to_wait_by_a_start(string provider)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        await AddAsync(bot, 3, bot.Clock.GetUtcNow(), cancel);
        bot.Clock.Advance(TimeSpan.FromMinutes(4));

        await bot.Get<PollQueue>().SpreadLateAsync(TimeSpan.FromHours(1), cancel);
        await bot.Get<PollQueue>().ClockWentBackAsync(cancel);

        Assert.Equal(3, (await bot.Get<PollQueue>().TakeDueAsync(10, bot.Clock.GetUtcNow() + Lease, cancel)).Count);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_clock_that_is_set_makes_no_wait_shorter_and_none_much_longer(string provider)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        PollQueue queue = bot.Get<PollQueue>();
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await AddAsync(bot, 1, now, cancel);
        await bot.Get<ArticleWriter>().WriteAsync(
            [], new PollResult(1, now, now.AddHours(8), null, null, null) { Hints = PollHints.None }, cancel);

        bot.Clock.Advance(TimeSpan.FromDays(3)); // of which 3 days less 1 hour never passed
        TimeSpan jump = TimeSpan.FromDays(3) - TimeSpan.FromHours(1);
        await queue.ClockWentForwardAsync(jump, cancel);
        Assert.Equal(TimeSpan.FromHours(7), await LeftAsync());
        await queue.ClockWentForwardAsync(TimeSpan.FromDays(400), cancel);
        Assert.Equal(TimeSpan.FromDays(8), await LeftAsync());

        now = bot.Clock.GetUtcNow().AddYears(1);
        await bot.Get<ArticleWriter>().WriteAsync(
            [], new PollResult(1, now, now.AddHours(8), null, null, null) { Hints = PollHints.None }, cancel);
        await queue.ClockWentBackAsync(cancel);
        await queue.ClockWentBackAsync(cancel);
        Assert.Equal(TimeSpan.FromHours(8), await LeftAsync());

        async Task<TimeSpan?> LeftAsync() =>
            Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel)).NextCheck - bot.Clock.GetUtcNow();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_hosts_asked_for_is_kept_until_it_is_over(string provider)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        HostRestStore store = bot.Get<HostRestStore>();
        HostRest one = new("one.example", bot.Clock.GetUtcNow().AddHours(1));
        HostRest two = new("two.example:8080", bot.Clock.GetUtcNow().AddDays(1));

        await store.SaveAsync([one], cancel);
        await store.SaveAsync([two, one], cancel);
        Assert.Equal([two, one], await store.ListAsync(10, cancel));
        Assert.Equal([two], await store.ListAsync(1, cancel));

        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([two], await store.ListAsync(10, cancel));
    }

    private static async Task AddAsync(TestBot bot, int count, DateTimeOffset due, CancellationToken cancel)
    {
        foreach (int source in Enumerable.Range(1, count))
        {
            await bot.Get<SourceStore>().AddAsync(
                bot.Operator, new NewSource($"{source}", SourceKind.Feed, $"{source}", $"https://{source}.example/", due), cancel);
        }
    }
}
