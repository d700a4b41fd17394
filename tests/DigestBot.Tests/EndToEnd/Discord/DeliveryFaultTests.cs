using System.Text.RegularExpressions;
using DigestBot.Delivery;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Adapters.Discord.Incoming;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>Whatever goes wrong on the way, a digest of three parts stands in its channel once; counted by Discord.</summary>
public sealed class DeliveryFaultTests
{
    private const string Posting = "POST /channels/{channel_id}/messages";
    private const string Reading = "GET /channels/{channel_id}/messages";
    private const int Parts = 3;

    private static readonly TimeSpan BeyondNonces = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(FaultKind.HangUpAfter)]
    [InlineData(FaultKind.HangUpBefore)]
    [InlineData(FaultKind.FailAfter)]
    [InlineData(FaultKind.FailBefore)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.WrongContentType)]
    [InlineData(FaultKind.SlowAfter)]
    [InlineData(FaultKind.SlowBefore)]
    public async Task A_second_part_that_meets_a_fault_is_posted_once_and_between_the_others(FaultKind kind)
    {
        await using ServedTown town = await ServedTown.StartAsync();
        var wait = TimeSpan.FromSeconds(30); // longer than a request may take
        Fault fault = town.Discord.Faults.Add(new Fault(kind) { Route = Posting, Skip = 1, Wait = wait });

        await town.RunNowAsync();

        await StandsOnceAsync(town);
        Assert.Equal(1, fault.Hits);
        Assert.Equal(Parts + 1, Requests(town, Posting));
    }

    [Theory]
    [InlineData(RateScope.User)]
    [InlineData(RateScope.Shared)]
    public async Task A_second_part_that_is_limited_waits_as_long_as_it_is_told(RateScope scope)
    {
        await using ServedTown town = await ServedTown.StartAsync();
        var wait = TimeSpan.FromSeconds(7.5);
        town.Discord.Faults.Add(new Fault(FaultKind.RateLimit) { Route = Posting, Skip = 1, Wait = wait, Scope = scope });

        await town.RunNowAsync();

        FakeMessage[] posted = await StandsOnceAsync(town);
        Assert.True(posted[1].CreatedAt - posted[0].CreatedAt >= wait);
        Assert.Equal(Parts + 1, Requests(town, Posting));
    }

    [Fact]
    public async Task A_limit_of_the_whole_bot_holds_back_every_channel()
    {
        await using ServedTown town = await ServedTown.StartToLeapAsync();
        FakeChannel other = town.Discord.Guilds.AddChannel(town.Guild, "other");
        var wait = TimeSpan.FromSeconds(7.5);
        Fault fault = town.Discord.Faults.Add(
            new Fault(FaultKind.RateLimit) { Route = Posting, Skip = 2, Wait = wait, Scope = RateScope.Global });
        await town.AddScheduleAsync("iraq", ("at", "07:02"));
        await town.AddScheduleAsync("also", ("at", "07:02"), ("channel", other));
        await town.LeapAsync(TimeSpan.FromSeconds(110));

        await town.UntilAsync(() => fault.Hits == 1, "the limit is met");
        DateTimeOffset met = town.Clock.GetUtcNow();
        await town.EndedAsync("also");
        FakeMessage[] posted = [.. await StandsOnceAsync(town), .. town.Posted(other)];

        Assert.Equal(2 * Parts, posted.Length);
        Assert.All(
            posted.OrderBy(message => message.Id).Skip(2),
            message => Assert.True(message.CreatedAt > met + (wait * 0.9), $"{message.CreatedAt:O} is too soon after {met:O}"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Whoever_takes_over_within_the_nonce_window_posts_the_part_again_and_Discord_drops_the_double(int part, bool accepted)
    {
        await using ServedTown town = await ServedTown.StartAsync();
        DateTimeOffset died = await DieAsync(town, new SendDeath(part, accepted));

        await town.ServeAsync();
        await LeaveUntilTheLeaseIsNearlyOverAsync(town, died);

        await StandsOnceAsync(town);
        Assert.Equal(accepted ? Parts + 1 : Parts, Requests(town, Posting));
        Assert.Equal(0, Requests(town, Reading));
    }

    [Theory]
    [InlineData(1, true, 0)]
    [InlineData(2, true, 0)]
    [InlineData(2, false, 0)]
    [InlineData(2, true, 60)]
    [InlineData(2, true, -60)]
    [InlineData(3, false, 60)]
    public async Task Whoever_takes_over_later_looks_whether_the_part_stands_there_whatever_the_clock_of_Discord_says(
        int part, bool accepted, int skew)
    {
        await using ServedTown town = await ServedTown.StartAsync();
        town.Discord.World.Clock.Skew = TimeSpan.FromSeconds(skew);
        await DieAsync(town, new SendDeath(part, accepted));
        town.Clock.Advance(BeyondNonces);

        await town.ServeAsync();

        await StandsOnceAsync(town);
        Assert.Equal(Parts, Requests(town, Posting));
        Assert.True(Requests(town, Reading) > 0);
    }

    [Fact]
    public async Task Where_the_history_may_not_be_read_a_part_that_may_stand_there_is_not_posted_again()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        await DieAsync(town, new SendDeath(Parts, Accepted: true));
        town.Clock.Advance(BeyondNonces);
        town.Discord.Guilds.Deny(town.News, Rights.ReadMessageHistory);

        await town.ServeAsync();
        await town.UntilAsync(
            async () => (await LastAttemptAsync(town)).Contains("Read Message History", StringComparison.Ordinal), "it was looked for");
        Assert.Equal(Parts, town.Posted(town.News).Length);
        town.Discord.Guilds.SetOverwrite(town.News, town.Discord.World.Bot.Id, isMember: true, Rights.None, Rights.None);

        await StandsOnceAsync(town);
        Assert.Equal(Parts, Requests(town, Posting));
    }

    [Fact]
    public async Task A_part_that_somebody_deletes_while_nobody_knows_whether_it_arrived_is_not_posted_again()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        DateTimeOffset died = await DieAsync(town, new SendDeath(1, Accepted: true));
        town.People.Delete(Assert.Single(town.Posted(town.News)));

        await town.ServeAsync();
        await LeaveUntilTheLeaseIsNearlyOverAsync(town, died);

        Assert.Equal(OccurrenceState.Delivered, (await town.EndedAsync()).State);
        Assert.Equal(["2/3", "3/3"], town.Posted(town.News).Select(NumberOf));
    }

    /// <returns>When nothing of it happened any more.</returns>
    private static async Task<DateTimeOffset> DieAsync(ServedTown town, SendDeath death)
    {
        await town.StopAsync();
        await town.ServeAsync(death);
        await town.RunNowAsync();
        await town.DiesAsync(death);
        Assert.Equal(death.Accepted ? death.Part : death.Part - 1, town.Posted(town.News).Length);
        return town.Clock.GetUtcNow();
    }

    // Nobody may take the part before its lease is over, so nothing is on its way.
    private static Task LeaveUntilTheLeaseIsNearlyOverAsync(ServedTown town, DateTimeOffset died) =>
        town.LeapAsync(died + new DeliveryOptions().Lease - TimeSpan.FromSeconds(5) - town.Clock.GetUtcNow());

    private static async Task<FakeMessage[]> StandsOnceAsync(ServedTown town)
    {
        Occurrence slot = await town.EndedAsync();
        FakeMessage[] posted = town.Posted(town.News);
        Assert.Equal((OccurrenceState.Delivered, Parts), (slot.State, slot.Delivered));
        Assert.Equal(["1/3", "2/3", "3/3"], posted.Select(NumberOf));
        Assert.Single(posted.Select(message => message.DigestId()).Distinct());
        return posted;
    }

    private static async Task<string> LastAttemptAsync(ServedTown town)
    {
        Occurrence slot = (await town.NewestAsync("iraq"))!;
        return (await town.PartsAsync(slot))[^1].Trail is [.., var last] ? last.Note : "";
    }

    // "Digest … · Part 2 of 3"
    private static string NumberOf(FakeMessage message) =>
        Regex.Match(message.Text(), @"Part (\d+) of (\d+)$") is { Success: true } found ? $"{found.Groups[1]}/{found.Groups[2]}" : "?";

    private static int Requests(ServedTown town, string route) => town.Discord.Journal.Requests(route)
        .Count(line => line["path"]!.ToString().Contains($"{town.News.Id}", StringComparison.Ordinal));
}
