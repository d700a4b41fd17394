using System.Globalization;
using DigestBot.Tests.EndToEnd.Killing;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord.Soak;

/// <summary>
/// Two programs on one PostgreSQL, one of them killed every now and then; a Discord whose requests fail in every way, whose
/// gateway breaks off, and which is gone at times: no digest is lost, none is posted twice, nobody is answered twice.
/// </summary>
/// <remarks><c>DIGESTBOT_SOAK_SECONDS</c> makes it last longer than in CI; the figures are written to the test's output.</remarks>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Nodes = 2;
    private const int MostSlots = 24;

    private static readonly TimeSpan ShortestSpacing = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_digest_is_lost_and_none_is_doubled_whatever_goes_wrong()
    {
        TimeSpan duration = Duration();
        int slots = Math.Clamp((int)(duration / ShortestSpacing), 1, MostSlots);
        string connection = await (await PostgresServer.StartedAsync(Cancel)).CreateDatabaseAsync(Cancel);
        await using SoakTown town = await SoakTown.OpenAsync(connection, Cancel);
        await town.AddNewsAsync(Cancel);
        await town.AddSchedulesAsync(TimeProvider.System.GetUtcNow() + Lead, slots, duration / slots, Cancel);

        await using var nodes = new SoakNodes(town, Nodes);
        await town.Discord.World.WaitUntilAsync(() => town.Discord.Commands.Of(null).Count > 0, "the bot is connected", Cancel);
        var trouble = new SoakTrouble(town.Discord, nodes);
        var people = new SoakPeople(town);
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Lead + duration;
        await Task.WhenAll(trouble.RunAsync(end, duration, Cancel), people.RunAsync(end, Cancel), town.ReportNewsAsync(end, duration / slots, Cancel));
        await town.SettlesAsync(slots, Cancel);

        LedgerAudit audit = await town.AuditAsync(slots, Cancel);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{duration.TotalSeconds:0} s: {audit.Slots} slots, {audit.Delivered} delivered, {audit.Superseded} superseded; {audit.Parts} parts, "
            + $"{audit.Attempts} attempts, {audit.Unsure} unsure. {trouble} {people} {town.Discord.Invalid.Total} invalid requests."));
        Findings.None([.. audit.Findings, .. people.Findings()]);
        Assert.True(nodes.Kills > 0 && trouble.Faults > 0 && audit.Unsure > 0 && people.Answered > 0, "Nothing was put to the test.");
    }

    private static TimeSpan Duration() => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("DIGESTBOT_SOAK_SECONDS"), CultureInfo.InvariantCulture, out int seconds) ? seconds : 40);
}
