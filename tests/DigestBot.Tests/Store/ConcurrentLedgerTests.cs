using System.Collections.Concurrent;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Many workers at once on one store.</summary>
public abstract class ConcurrentLedgerTests(string provider)
{
    private const int Workers = 8;
    private const int Slots = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_that_take_slots_and_messages_at_once_never_get_the_same_one_and_leave_none()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        var schedules = new List<Schedule>();
        foreach (int channel in Enumerable.Range(1, 12))
        {
            schedules.Add(await ledger.ScheduleAsync($"S{channel}", await ledger.ChannelAsync($"discord:{channel}")));
        }

        await ledger.OpenAsync([.. Enumerable.Range(0, Slots).Select(i => new NewOccurrence(schedules[i % 12].Id, $"{i}", ledger.Now, false, null))]);
        var taken = new ConcurrentBag<long>();
        var sent = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            await ComposeAsync(ledger, $"node-{worker}", taken);
            await SendAsync(ledger, $"node-{worker}", sent);
        })));
        await SendAsync(ledger, "last", sent);

        Assert.Equal((Slots, Slots), (taken.Count, taken.Distinct().Count()));
        Assert.Equal((2 * Slots, 2 * Slots), (sent.Count, sent.Distinct().Count()));
        OutboxState state = await ledger.Posts.StateAsync(null, Cancel);
        Assert.Equal((0, 2 * Slots, 0, 0), (state.Waiting, state.Delivered, state.Unsure, state.Dead));
        foreach (Schedule schedule in schedules)
        {
            Assert.All(
                await ledger.Occurrences.HistoryAsync(schedule.Id, 100, null, Cancel),
                slot => Assert.Equal((OccurrenceState.Delivered, 2), (slot.State, slot.Delivered)));
        }
    }

    private static async Task ComposeAsync(Ledger ledger, string worker, ConcurrentBag<long> taken)
    {
        while (await ledger.Occurrences.TakeAsync(3, ledger.Now + Ledger.Lease, worker, Cancel) is { Count: > 0 } slots)
        {
            Assert.True(await ledger.WriteAsync(async transaction =>
            {
                await ledger.Posts.AddAsync(transaction, [.. slots.SelectMany(slot => ledger.PartsOf(slot, 2))]);
                await ledger.Schedules.CoveredAsync(transaction, [.. slots.Select(slot => (slot.Schedule.Id, slot.Due))]);
                bool all = true;
                foreach (TakenOccurrence slot in slots)
                {
                    all &= await ledger.Occurrences.EndAsync(transaction, slot, new OccurrenceEnd.Queued("d", 2));
                }

                return all;
            }));
            foreach (TakenOccurrence slot in slots)
            {
                taken.Add(slot.Id);
            }
        }
    }

    private static async Task SendAsync(Ledger ledger, string worker, ConcurrentBag<string> sent)
    {
        while (await ledger.TakeAsync(4, worker, TimeSpan.Zero) is { Count: > 0 } posts)
        {
            Assert.Equal(posts.Count, posts.Select(post => post.Channel.Id).Distinct().Count());
            foreach (TakenPost post in posts)
            {
                Assert.True(await ledger.BeginAsync(post));
                Assert.True(await ledger.DeliveredAsync(post));
                sent.Add(post.Key);
            }
        }
    }
}

public sealed class SqliteConcurrentLedgerTests() : ConcurrentLedgerTests("sqlite");

public sealed class PostgresConcurrentLedgerTests() : ConcurrentLedgerTests("postgresql");
