using System.Net;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Store;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>A digest of three parts through the outbox while Teams fails: nothing is lost, nothing doubled that Teams could have told.</summary>
public sealed class TeamsFaultTests
{
    private const int Parts = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The fault of the second part, how many parts stand in the channel at the end, and how many requests that took.</summary>
    public static TheoryData<string, int, int, string> Faults => new()
    {
        { "none", 3, 3, "Delivered,Delivered,Delivered" },
        { "429", 3, 4, "Delivered,Delivered,Delivered" },
        { "429 429", 3, 5, "Delivered,Delivered,Delivered" },
        { "412", 3, 4, "Delivered,Delivered,Delivered" },
        { "503", 3, 4, "Delivered,Delivered,Delivered" },
        { "unreachable", 3, 4, "Delivered,Delivered,Delivered" },
        { "413", 4, 5, "Delivered,Delivered,Delivered" },
        { "500", 2, 3, "Delivered,Unconfirmed,Delivered" },
        { "502", 2, 3, "Delivered,Unconfirmed,Delivered" },
        { "504", 2, 3, "Delivered,Unconfirmed,Delivered" },
        { "broken", 2, 3, "Delivered,Unconfirmed,Delivered" },
        { "403", 1, 2, "Delivered,Dead,Dead" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_costs_what_the_table_says(string fault, int standing, int requests, string states)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        int before = town.Teams.Posted.Count, attempted = town.Teams.Attempts;
        await QueueAsync(town);
        town.Teams.Script.Enqueue(null);
        foreach (string one in fault.Split(' '))
        {
            town.Teams.Script.Enqueue(Fault(one));
        }

        await town.DrainAsync(TimeSpan.FromMinutes(15));

        Assert.Equal((standing, requests), (town.Teams.Posted.Count - before, town.Teams.Attempts - attempted));
        Assert.Equal(states, await StatesAsync(town));
    }

    [Fact]
    public async Task With_at_least_once_a_doubt_is_resolved_by_sending_again()
    {
        await using TeamsTown town = await TeamsTown.StartAsync(settings: ("Delivery:WhenUnsure", "AtLeastOnce"));
        await town.SayAsync(town.InChannel("help"));
        int before = town.Teams.Posted.Count;
        await QueueAsync(town);
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.GatewayTimeout));

        await town.DrainAsync(TimeSpan.FromMinutes(15));

        Assert.Equal((Parts, "Delivered,Delivered,Delivered"), (town.Teams.Posted.Count - before, await StatesAsync(town)));
    }

    private static Func<HttpResponseMessage>? Fault(string fault) => fault switch
    {
        "none" => null,
        "broken" => FakeTeams.Break(),
        "unreachable" => FakeTeams.Break(HttpRequestError.ConnectionError),
        "413" => FakeTeams.Fail(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"),
        "403" => FakeTeams.Fail(HttpStatusCode.Forbidden, "BotNotInConversationRoster"),
        "429" => FakeTeams.Fail(HttpStatusCode.TooManyRequests, "Throttled", retryAfter: 3),
        _ => FakeTeams.Fail((HttpStatusCode)int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static async Task QueueAsync(TeamsTown town)
    {
        string body = town.Adapter.Lay(new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false), SampleReplies.In("en"))[0];
        Space space = await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel);
        var ledger = new Ledger(town.Bot);
        Channel channel = await ledger.ChannelAsync($"teams:{FakeTeams.News}", space);
        Schedule schedule = await ledger.ScheduleAsync(channel: channel, origin: channel.Address.ToString(), space: space);
        await ledger.OpenAsync(new NewOccurrence(schedule.Id, "test", ledger.Now, false, null));
        TakenOccurrence taken = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now.AddMinutes(5), "test", Cancel));
        await ledger.WriteAsync(async transaction =>
        {
            await ledger.Posts.AddAsync(transaction, [.. ledger.PartsOf(taken, Parts).Select(part => part with { Body = body })]);
            await ledger.Occurrences.EndAsync(transaction, taken, new OccurrenceEnd.Queued("digest", Parts));
        });
    }

    private static async Task<string> StatesAsync(TeamsTown town) => string.Join(',', await town.Bot.Get<Database>().InTransactionAsync(
        transaction => transaction.QueryAsync<string>("SELECT state FROM post WHERE occurrence_id IS NOT NULL AND parts = @parts ORDER BY part", new { parts = Parts }), Cancel));
}
