using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>What an operator's collector is told of hubs.</summary>
public sealed class PingMetricsTests
{
    [Fact]
    public async Task What_hubs_send_is_counted_by_what_became_of_it()
    {
        var seen = new ConcurrentQueue<string>(); // other bots of this process are heard too
        await using HubTown town = await HubTown.StartAsync();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "digestbot.ingest.pings")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => seen.Enqueue($"{count} {tags[0].Key} {tags[0].Value}"));
        listener.Start();
        await town.SubscribeAsync();

        await town.PingAsync();
        await town.PingAsync(signature: "sha256=00");

        Assert.Contains("1 outcome noted", seen);
        Assert.Contains("1 outcome ignored", seen);
    }
}
