using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>Who goes when, in simulated time: no channel and no platform waits for another.</summary>
public sealed class PumpTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly ChatLimits Fast = Samples.Bare with { BetweenParts = TimeSpan.Zero };

    [Fact]
    public async Task A_channel_with_40_parts_lets_every_other_channel_go_first()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast);
        await rig.QueueAsync("discord:long", parts: 40);
        foreach (int other in Enumerable.Range(1, 30))
        {
            await rig.QueueAsync($"discord:{other}");
        }

        rig.Scripted.Answer = async (_, _) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), rig.Bot.Clock, CancellationToken.None);
            return new DeliveryOutcome.Delivered("m");
        };
        Run(rig, rig.Node, until: () => rig.Scripted.Sent.Count == 70);

        List<string> order = [.. rig.Scripted.Sent.Select(part => part.Channel.Id)];
        Assert.Equal(30, order.Take(31).Count(channel => channel != "long"));
        Assert.Equal(Enumerable.Range(1, 40), rig.Scripted.Sent.Where(part => part.Channel.Id == "long").Select(part => part.Part));
    }

    [Fact]
    public async Task A_channel_that_never_answers_holds_up_nobody_else()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast);
        await rig.QueueAsync("discord:slow", parts: 3);
        foreach (int other in Enumerable.Range(1, 100))
        {
            await rig.QueueAsync($"discord:{other}");
        }

        rig.Scripted.Answer = (part, _) => part.Channel.Id == "slow"
            ? new TaskCompletionSource<DeliveryOutcome>().Task
            : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered("m"));
        Run(rig, rig.Node, until: () => rig.Scripted.Sent.Count(part => part.Channel.Id != "slow") == 100);

        Assert.Single(rig.Scripted.Sent, part => part.Channel.Id == "slow");
    }

    [Theory]
    [InlineData("it asks for a pause")]
    [InlineData("it never answers")]
    public async Task A_platform_that_fails_holds_up_no_other(string how)
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast);
        var teams = new ScriptedAdapter(ChatPlatform.Teams, Fast)
        {
            Answer = (_, _) => how == "it never answers"
                ? new TaskCompletionSource<DeliveryOutcome>().Task
                : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromHours(1), WholePlatform: true)),
        };
        using var node = new DeliveryNode(rig.Bot, adapters: [teams, rig.Adapter]);
        foreach (int channel in Enumerable.Range(1, 100))
        {
            await rig.QueueAsync($"teams:{channel}");
            await rig.QueueAsync($"discord:{channel}");
        }

        DateTimeOffset start = rig.Bot.Clock.GetUtcNow();
        TimeSpan took = default;
        Run(rig, node, until: () =>
        {
            took = rig.Bot.Clock.GetUtcNow() - start;
            return rig.Scripted.Sent.Count == 100;
        });

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(100 / Fast.PerSecond * 1.5));
        Assert.InRange(teams.Sent.Count, 1, new DeliveryOptions().MaxInFlight);
    }

    [Fact]
    public async Task No_more_requests_than_allowed_are_under_way()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast, new DeliveryOptions { MaxInFlight = 5 });
        foreach (int channel in Enumerable.Range(1, 60))
        {
            await rig.QueueAsync($"discord:{channel}");
        }

        int underWay = 0, most = 0;
        rig.Scripted.Answer = async (_, _) =>
        {
            most = Math.Max(most, ++underWay);
            await Task.Delay(TimeSpan.FromSeconds(1), rig.Bot.Clock, TestContext.Current.CancellationToken);
            underWay--;
            return new DeliveryOutcome.Delivered("m");
        };
        Run(rig, rig.Node, until: () => rig.Scripted.Sent.Count == 60);

        Assert.Equal(5, most);
    }

    [Fact]
    public async Task While_the_store_is_down_nothing_is_sent_and_afterwards_everything_is()
    {
        await using DeliveryRig rig = await DeliveryRig.StartImpatientAsync("sqlite", Fast);
        await rig.QueueAsync();
        StoreOutage outage = await StoreOutage.BeginAsync(rig.Bot);
        DateTimeOffset end = rig.Bot.Clock.GetUtcNow() + TimeSpan.FromSeconds(15); // some failed rounds, and each takes a second of ours
        int sentMeanwhile = 0;

        Run(rig, rig.Node, until: () =>
        {
            if (rig.Bot.Clock.GetUtcNow() >= end && outage is { } over)
            {
                sentMeanwhile = rig.Scripted.Sent.Count;
                over.DisposeAsync().AsTask().GetAwaiter().GetResult();
                end = DateTimeOffset.MaxValue;
            }

            return rig.Scripted.Sent.Count == 1;
        });

        Assert.Equal(0, sentMeanwhile);
    }

    [Fact]
    public async Task When_it_stops_it_gives_back_what_has_not_begun_and_finishes_what_has()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast with { PerSecond = 5 });
        Schedule begun = await rig.QueueAsync("discord:1");
        Schedule waiting = await rig.QueueAsync("discord:2");
        rig.Scripted.Answer = async (_, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10), rig.Bot.Clock, CancellationToken.None);
            return new DeliveryOutcome.Delivered("m");
        };

        using var stop = new CancellationTokenSource();
        using var simulation = new Simulation(rig.Bot.Clock);
        simulation.Run(
            async () =>
            {
                Task pump = rig.Node.Outbox.Pumps[0].RunAsync(stop.Token);
                while (rig.Scripted.Sent.Count == 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10), rig.Bot.Clock, CancellationToken.None);
                }

                await stop.CancelAsync();
                await pump;
            },
            Longest);

        Assert.Equal(PostState.Delivered, (await rig.PartAsync(begun)).State);
        Post given = await rig.PartAsync(waiting);
        Assert.Equal((PostState.Ready, 0), (given.State, given.Attempts));
        Assert.Equal("discord:2", (await rig.TakeAsync()).Channel.Address.ToString());
    }

    [Fact]
    public async Task A_drain_sends_all_parts_that_follow_at_once_and_counts_its_requests()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Samples.Bare);
        await rig.QueueAsync(parts: 3);
        int requests = 0;

        using var simulation = new Simulation(rig.Bot.Clock);
        simulation.Run(async () => requests = await rig.Node.Outbox.DrainAsync(ChatPlatform.Discord, CancellationToken.None), Longest);

        Assert.Equal((3, 3), (requests, rig.Scripted.Sent.Count));
        Assert.Equal(0, await rig.Node.Outbox.DrainAsync(ChatPlatform.Teams, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_happens_is_measured()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync("sqlite", Fast);
        await rig.QueueAsync("discord:1");
        await rig.QueueAsync("discord:2");
        await rig.QueueAsync("discord:3");
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(90));
        rig.Scripted.Answer = (part, _) => Task.FromResult<DeliveryOutcome>(part.Channel.Id switch
        {
            "1" => new DeliveryOutcome.Delivered("m"),
            "2" => new DeliveryOutcome.Rejected("No.", ChannelLost: false),
            _ => new DeliveryOutcome.Unconfirmed("lost"),
        });
        var seen = new ConcurrentQueue<string>(); // other bots of this process are heard too
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == DeliveryMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue(Line(instrument, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue(Line(instrument, (long)value, tags)));
        listener.Start();

        Run(rig, rig.Node, until: () => rig.Scripted.Sent.Count == 3);
        rig.Node.Metrics.Waiting(7);
        listener.RecordObservableInstruments();

        Assert.Contains("digestbot.delivery.posts 1 platform=discord outcome=delivered", seen);
        Assert.Contains("digestbot.delivery.posts 1 platform=discord outcome=dead", seen);
        Assert.Contains("digestbot.delivery.posts 1 platform=discord outcome=unconfirmed", seen);
        Assert.Contains("digestbot.delivery.unsure 1 platform=discord", seen);
        Assert.Contains("digestbot.delivery.request.duration 0 platform=discord outcome=rejected", seen);
        Assert.Contains("digestbot.delivery.lateness 90 platform=discord", seen);
        Assert.Contains("digestbot.delivery.queue.depth 7", seen);
    }

    private static string Line(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string line = $"{instrument.Name} {value}";
        foreach ((string key, object? tag) in tags)
        {
            line += $" {key}={tag}";
        }

        return line;
    }

    private static void Run(DeliveryRig rig, DeliveryNode node, Func<bool> until)
    {
        using var stop = new CancellationTokenSource();
        using var simulation = new Simulation(rig.Bot.Clock);
        simulation.Run(
            async () =>
            {
                Task[] pumps = [.. node.Outbox.Pumps.Select(pump => pump.RunAsync(stop.Token))];
                while (!until())
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10), rig.Bot.Clock, CancellationToken.None);
                }

                await stop.CancelAsync();
                await Task.WhenAll(pumps);
            },
            Longest);
    }
}
