using CsCheck;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>One at a time, first come, first served.</summary>
public sealed class TurnQueueTests
{
    [Fact]
    public void Everybody_gets_a_turn_alone_and_in_order_whoever_gives_up() =>
        Gen.Bool.Array[1, 20].Sample(givesUp => Simulation.Run(async simulation =>
        {
            var turns = new TurnQueue();
            var served = new List<int>();
            int inside = 0;
            await turns.EnterAsync(CancellationToken.None);
            var cancels = new List<CancellationTokenSource>();
            async Task VisitAsync(int visitor, CancellationToken cancellationToken)
            {
                await turns.EnterAsync(cancellationToken);
                Assert.Equal(1, ++inside);
                served.Add(visitor);
                await simulation.PassAsync(TimeSpan.FromSeconds(1));
                inside--;
                turns.Leave();
            }

            Task[] visits = [.. givesUp.Select((_, visitor) =>
            {
                cancels.Add(new CancellationTokenSource());
                return VisitAsync(visitor, cancels[^1].Token);
            })];
            foreach (int visitor in Enumerable.Range(0, givesUp.Length).Where(visitor => givesUp[visitor]))
            {
                cancels[visitor].Cancel();
            }

            turns.Leave();
            await simulation.PassAsync(TimeSpan.FromMinutes(1));

            Assert.Equal(Enumerable.Range(0, givesUp.Length).Where(visitor => !givesUp[visitor]), served);
            Assert.Equal(givesUp, visits.Select(visit => visit.IsCanceled));
            cancels.ForEach(cancel => cancel.Dispose());
        }));
}
