using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.WebSub;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>What happens when a hub tells of news, and when somebody else says that it does.</summary>
public sealed class PingTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Stores => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task News_that_the_hub_tells_of_is_there_at_once_and_from_then_on_the_feed_is_asked_rarely_but_never_not(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.SubscribeAsync();
        Assert.Equal(CheckReason.Usual, (await town.SourceAsync()).NextWhy); // it has to prove itself first
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(20));
        town.Items.Add("Ferry is late");
        await town.PollAsync();
        Assert.Equal(1, town.Reads);

        Assert.Equal(PingOutcome.Noted, await town.PingAsync());

        Source due = await town.SourceAsync();
        Assert.Equal((town.Bot.Clock.GetUtcNow(), CheckReason.Told), (due.NextCheck!.Value, due.NextWhy));
        await town.PollAsync();
        Source read = await town.SourceAsync();
        Assert.Equal((2L, CheckReason.Usual), (read.Articles, read.NextWhy)); // one more look, for what it told of and was not there yet
        town.Bot.Clock.Advance(TimeSpan.FromHours(1.2));
        await town.PollAsync();
        Source rare = await town.SourceAsync();
        Assert.Equal(CheckReason.Pushed, rare.NextWhy);
        Assert.InRange(rare.NextCheck!.Value, town.Bot.Clock.GetUtcNow().AddHours(6), town.Bot.Clock.GetUtcNow().AddHours(6.3));

        for (int hour = 0; hour < 48; hour++)
        {
            town.Bot.Clock.Advance(TimeSpan.FromHours(1));
            await town.PollAsync();
        }

        Assert.InRange(town.Reads, 3 + 6, 3 + 8);
    }

    [Fact]
    public async Task News_of_which_the_hub_said_nothing_brings_the_usual_interval_back()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.TrustAsync();
        town.Items.Add("Nobody told");
        town.Bot.Clock.Advance(TimeSpan.FromHours(7));

        await town.PollAsync();

        Assert.Equal(CheckReason.Usual, (await town.SourceAsync()).NextWhy);
        Assert.False((await town.SubscriptionAsync())!.IsTrusted);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_publisher_whose_servers_are_slower_than_its_hub_is_asked_again_soon_and_then_as_ever(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.TrustAsync();
        town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        await town.PingAsync();
        int before = town.Reads;

        for (int minute = 0; minute < 6 * 60; minute++)
        {
            await town.PollAsync();
            town.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(town.Reads - before, 7, 10); // after 0, 5, 10, 20, 40 and 80 minutes, then hourly
        town.Items.Add("There at last");
        town.Bot.Clock.Advance(TimeSpan.FromHours(1.2));
        await town.PollAsync();
        Assert.Equal((3, true), await town.StandAsync());
    }

    [Theory]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("")]
    public async Task What_the_hub_has_not_signed_is_ignored_and_shows(string signature)
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        DateTimeOffset next = (await town.SourceAsync()).NextCheck!.Value;
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(PingOutcome.Ignored, await town.PingAsync(signature));

        Assert.Equal(next, (await town.SourceAsync()).NextCheck);
        Subscription after = (await town.SubscriptionAsync())!;
        Assert.Equal(0, after.Pings);
        Assert.Contains("not signed", after.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_a_feed_may_be_is_not_read_to_its_end()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        await using var endless = new EndlessStream();

        PingOutcome outcome = await town.Bot.Get<HubCallback>().TakeAsync(
            town.Asked[0]["hub.callback"].Split('/')[^1], "sha1=00", endless, TestContext.Current.CancellationToken);

        Assert.Equal(PingOutcome.TooLarge, outcome);
        Assert.InRange(endless.Given, 10 * 1024 * 1024, 11 * 1024 * 1024);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_flood_of_pings_is_no_flood_of_requests(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.SubscribeAsync();
        int before = town.Reads;
        for (int second = 0; second < 3600; second += 20)
        {
            town.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(PingOutcome.Noted, await town.PingAsync());
            await town.PollAsync();
        }

        Assert.InRange(town.Reads - before, 6, 12);
        long written = (await town.SubscriptionAsync())!.Pings;
        Assert.InRange(written, 6, 24); // the others found that somebody is about to look
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_the_hub_tells_of_while_the_feed_is_read_is_looked_for_afterwards(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.TrustAsync();
        town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        town.Items.Add("The first");
        await town.PingAsync();
        town.WhileReading = async () =>
        {
            // The answer is made, and then the publisher publishes again.
            town.Items.Add("The second");
            town.WhileReading = null;
            await town.PingAsync();
            await town.PollAsync(); // nobody else begins to read it meanwhile
        };
        int before = town.Reads;

        await town.PollAsync();

        Assert.Equal(1, town.Reads - before);
        Source source = await town.SourceAsync();
        Assert.Equal((town.Bot.Clock.GetUtcNow() + Gap, CheckReason.Told), (source.NextCheck!.Value, source.NextWhy));
        town.Bot.Clock.Advance(Gap);
        await town.PollAsync();
        Assert.Equal((4, true), await town.StandAsync());
    }

    [Fact]
    public async Task A_process_that_dies_after_a_ping_or_in_the_poll_that_it_caused_loses_nothing()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.TrustAsync();
        town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        town.Items.Add("Read by the next");
        await town.PingAsync();
        DateTimeOffset again = town.Bot.Clock.GetUtcNow().AddMinutes(10);
        Assert.Single(await town.Bot.Get<PollQueue>().TakeDueAsync(10, again, TestContext.Current.CancellationToken)); // and dies
        await town.PingAsync();
        await town.PollAsync();
        Assert.Equal(2, (await town.SourceAsync()).Articles);

        town.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await town.PollAsync();

        Assert.Equal((3, true), await town.StandAsync());
    }

    [Fact]
    public async Task A_publisher_that_asked_to_be_left_alone_is_left_alone_whatever_its_hub_says()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.TrustAsync();
        town.FeedAnswer = Reply.Status("503 Service Unavailable", "Retry-After: 36000");
        town.Bot.Clock.Advance(TimeSpan.FromHours(7));
        await town.PollAsync();
        DateTimeOffset next = (await town.SourceAsync()).NextCheck!.Value;
        int before = town.Reads;

        for (int minute = 0; minute < 590; minute += 10)
        {
            town.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
            await town.PingAsync();
            await town.PollAsync();
        }

        Assert.Equal((before, next), (town.Reads, (await town.SourceAsync()).NextCheck!.Value));
        town.FeedAnswer = null;
        town.Items.Add("Found when it was allowed");
        town.Bot.Clock.Advance(TimeSpan.FromHours(2));
        await town.PollAsync();
        Assert.Equal((3, true), await town.StandAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task When_the_lease_has_run_out_the_feed_is_polled_as_ever_and_the_hub_asked_again(string provider)
    {
        await using HubTown town = await HubTown.StartAsync(provider);
        await town.TrustAsync(TimeSpan.FromHours(2));
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.InRange((await town.SourceAsync()).NextCheck!.Value, town.Bot.Clock.GetUtcNow().AddHours(5), town.Bot.Clock.GetUtcNow().AddHours(7));
        town.HubAnswer = Reply.Status("500 Internal Server Error");
        await town.KeepAsync();
        Assert.Equal(2, town.Asked.Count);

        town.Bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await town.KeepAsync();

        Source source = await town.SourceAsync();
        Assert.Equal((source.LastCheck!.Value.AddHours(1), CheckReason.Usual), (source.NextCheck!.Value, source.NextWhy));
        Assert.False((await town.SubscriptionAsync())!.IsTrusted);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_does_not_make_a_lease_last_for_years()
    {
        await using HubTown town = await HubTown.StartAsync();
        await town.SubscribeAsync();
        Subscription subscription = (await town.SubscriptionAsync())!;
        await town.Bot.Get<SubscriptionStore>().ConfirmAsync(
            subscription.Callback, HubTown.Topic, town.Bot.Clock.GetUtcNow().AddDays(400), town.Bot.Clock.GetUtcNow().AddDays(390), TestContext.Current.CancellationToken);

        await town.KeepAsync();

        Assert.Equal(2, town.Asked.Count);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
