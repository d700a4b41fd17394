using CsCheck;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Whatever workers do and wherever they die: no message is delivered twice, none too early, none is lost.</summary>
public sealed class LedgerProperties
{
    private const int MostParts = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private enum Act
    {
        Take,
        Begin,
        Deliver,
        Retry,
        Unsure,
        Unconfirmed,
        GiveBack,
        Die,
        Wait,
    }

    [Fact]
    public Task No_part_is_delivered_twice_or_out_of_order_and_nothing_is_lost() =>
        Gen.Select(Gen.Int[1, MostParts].Array[2, 4], Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 20]).Array[0, 60]).SampleAsync(
            async (slots, acts) =>
            {
                await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
                var play = new Play(new Ledger(bot));
                await play.QueueAsync(slots);
                foreach ((Act act, int which) in acts)
                {
                    await play.DoAsync(act, which);
                }

                await play.FinishAsync();
            },
            iter: 40,
            threads: 1);

    /// <summary>Workers that misbehave, and what they know.</summary>
    private sealed class Play(Ledger ledger)
    {
        private readonly List<TakenPost> _held = [];
        private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
        private readonly List<(Schedule Schedule, int Parts)> _slots = [];

        public async Task QueueAsync(int[] slots)
        {
            foreach ((int index, int parts) in slots.Index())
            {
                // Two slots share the first channel.
                Channel channel = await ledger.ChannelAsync($"discord:{Math.Max(1, index)}");
                Schedule schedule = await ledger.ScheduleAsync($"Slot {index}", channel);
                await ledger.QueueAsync(schedule, "slot", parts);
                _slots.Add((schedule, parts));
            }
        }

        public Task DoAsync(Act act, int which) => (act, Pick(which)) switch
        {
            (Act.Take, _) => TakeAsync(1 + (which % 4)),
            (Act.Wait, _) => WaitAsync(TimeSpan.FromSeconds(which * 5)),
            (_, null) => Task.CompletedTask,
            (Act.Begin, { } post) => ledger.BeginAsync(post),
            (Act.Deliver, { } post) => EndAsync(post, new PostEnd.Delivered("m", TimeSpan.FromSeconds(1), "200")),
            (Act.Retry, { } post) => EndAsync(post, new PostEnd.Again(ledger.Now.AddSeconds(which), "429")),
            (Act.Unsure, { } post) => EndAsync(post, new PostEnd.Unsure(ledger.Now.AddSeconds(which), "timeout")),
            (Act.Unconfirmed, { } post) => EndAsync(post, new PostEnd.Unconfirmed(TimeSpan.Zero, "timeout")),
            (Act.GiveBack, { } post) => ledger.Posts.ReleaseAsync([post], Cancel),
            (_, { } post) => Task.FromResult(_held.Remove(post)),
        };

        /// <summary>From here on the workers behave, and everything ends.</summary>
        public async Task FinishAsync()
        {
            for (int round = 0; round < 30; round++)
            {
                await TakeAsync(10);
                foreach (TakenPost post in _held.ToArray())
                {
                    await ledger.BeginAsync(post);
                    await EndAsync(post, new PostEnd.Delivered("m", TimeSpan.Zero, "200"));
                }

                _held.Clear();
                await WaitAsync(TimeSpan.FromSeconds(100));
            }

            foreach ((Schedule schedule, int parts) in _slots)
            {
                Occurrence slot = await ledger.OccurrenceAsync(schedule, "slot");
                Assert.Equal((OccurrenceState.Delivered, parts, parts), (slot.State, slot.Parts, slot.Delivered));
            }

            Assert.Equal(_slots.Sum(slot => slot.Parts), _ended.Count);
        }

        // Tokens of the past stay in the list now and then: whoever comes too late has to be refused.
        private TakenPost? Pick(int which) => _held.Count == 0 ? null : _held[which % _held.Count];

        private Task WaitAsync(TimeSpan time)
        {
            ledger.Bot.Clock.Advance(time);
            return Task.CompletedTask;
        }

        private async Task TakeAsync(int limit)
        {
            foreach (TakenPost post in await ledger.TakeAsync(limit))
            {
                Assert.DoesNotContain(post.Key, _ended);
                Assert.True(post.Part == 1 || _ended.Contains(KeyOf(post, post.Part - 1)), $"{post.Key} came before the part before it");
                _held.Add(post);
            }
        }

        private async Task EndAsync(TakenPost post, PostEnd end)
        {
            bool ended = await ledger.EndAsync(post, end);
            if (ended && end is PostEnd.Delivered or PostEnd.Unconfirmed)
            {
                Assert.True(_ended.Add(post.Key), $"{post.Key} ended twice");
            }
        }

        private static string KeyOf(TakenPost post, int part) => $"{post.Key[..post.Key.LastIndexOf('/')]}/{part}";
    }
}
