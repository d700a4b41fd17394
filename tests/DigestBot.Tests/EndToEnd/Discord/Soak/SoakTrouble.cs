using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Faults;

namespace DigestBot.Tests.EndToEnd.Discord.Soak;

/// <summary>Everything that goes wrong, at random and in parts per hundred requests.</summary>
internal sealed class SoakTrouble(FakeDiscordServer discord, SoakNodes nodes)
{
    // Longer than Discord and the bot remember nonces; only where there is time for it.
    private static readonly TimeSpan LongOutage = TimeSpan.FromSeconds(200);
    private static readonly TimeSpan ShortestForLongOutage = TimeSpan.FromMinutes(8);

    private static readonly (FaultKind Kind, int Percent)[] Kinds =
    [
        (FaultKind.HangUpAfter, 4), (FaultKind.HangUpBefore, 3), (FaultKind.FailAfter, 3), (FaultKind.FailBefore, 3), (FaultKind.Truncate, 2),
        (FaultKind.WrongContentType, 1), (FaultKind.RateLimit, 2), (FaultKind.SlowAfter, 2), (FaultKind.SlowBefore, 2),
    ];

    private readonly Random _chance = new(20261126);
    private readonly List<Fault> _faults = [];
    private int _drops;
    private int _outages;

    /// <summary>Requests that met a fault.</summary>
    public int Faults => _faults.Sum(fault => fault.Hits);

    /// <summary>Makes trouble until the end, and then no more.</summary>
    public async Task RunAsync(DateTimeOffset end, TimeSpan duration, CancellationToken cancellationToken)
    {
        Plan();
        DateTimeOffset longOutage = end - (duration / 2);
        for (int round = 1; TimeProvider.System.GetUtcNow() < end; round++)
        {
            await Task.Delay(Next(2_000, 5_000), cancellationToken);
            if (round % 3 == 0)
            {
                BreakGateway(round / 3);
            }

            if (round % 4 == 0)
            {
                await nodes.KillAsync(Next(0, nodes.Count));
            }

            if (round % 6 == 0)
            {
                bool isLong = duration >= ShortestForLongOutage && TimeProvider.System.GetUtcNow() > longOutage;
                await GoAwayAsync(isLong ? LongOutage : TimeSpan.FromMilliseconds(Next(1_000, 8_000)), cancellationToken);
                longOutage = isLong ? DateTimeOffset.MaxValue : longOutage;
            }
        }

        discord.Faults.Clear();
    }

    public override string ToString() =>
        $"{nodes.Kills} kills, {_drops} gateway drops, {_outages} outages; {string.Join(", ", _faults.Select(fault => $"{fault.Hits} {fault.Kind}"))}.";

    private void Plan()
    {
        foreach ((FaultKind kind, int percent) in Kinds)
        {
            var fault = new Fault(kind)
            {
                Times = null,
                Wait = TimeSpan.FromMilliseconds(kind == FaultKind.RateLimit ? 400 : 6_000),
                When = _ => Happens(percent),
            };
            _faults.Add(discord.Faults.Add(fault));
        }
    }

    private bool Happens(int percent) => Next(0, 100) < percent;

    // Requests ask from many threads.
    private int Next(int least, int limit)
    {
        lock (_chance)
        {
            return _chance.Next(least, limit);
        }
    }

    private void BreakGateway(int round)
    {
        _drops++;
        switch (round % 7)
        {
            case 0:
                discord.Gateway.Invalidate(resumable: false);
                break;
            case 1:
                discord.Gateway.AskToReconnect();
                break;
            case 2:
                discord.Gateway.Invalidate(resumable: true);
                break;
            case 3:
                discord.Gateway.Close(4000);
                break;
            case 4:
                discord.Gateway.Freeze();
                break;
            default:
                discord.Gateway.Kill();
                break;
        }
    }

    private async Task GoAwayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _outages++;
        await discord.StopAsync(cancellationToken);
        await Task.Delay(time, cancellationToken);
        await discord.ListenAsync(cancellationToken);
    }
}
