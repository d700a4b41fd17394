using DigestBot.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Delivery;

public sealed class DepartureGateTests
{
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(20);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Requests_that_come_in_a_bunch_go_one_by_one_and_only_one_makes_up_for_the_wait_before()
    {
        var gate = new DepartureGate(Spacing, _clock);
        _clock.Advance(TimeSpan.FromSeconds(3));

        Task[] bunch = [.. Enumerable.Range(0, 5).Select(_ => gate.PassAsync())];
        int atOnce = bunch.Count(task => task.IsCompleted);
        int steps = 0;
        while (!bunch.All(task => task.IsCompleted))
        {
            _clock.Advance(Spacing);
            steps++;
            await Eventually.TrueAsync(
                () => Task.FromResult(bunch.Count(task => task.IsCompleted) >= Math.Min(5, atOnce + steps)), "the next one goes");
        }

        Assert.Equal((2, 3), (atOnce, steps));
    }

    [Fact]
    public async Task Those_who_come_at_the_pace_do_not_wait()
    {
        var gate = new DepartureGate(Spacing, _clock);
        for (int i = 0; i < 10; i++)
        {
            Task pass = gate.PassAsync();
            Assert.True(pass.IsCompleted);
            await pass;
            _clock.Advance(Spacing);
        }
    }

    [Fact]
    public async Task A_pace_that_is_no_whole_number_of_milliseconds_is_waited_for_and_not_spun_for()
    {
        var gate = new DepartureGate(TimeSpan.FromSeconds(1.0 / 48), _clock);
        await gate.PassAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(20));

        Task pass = gate.PassAsync();
        bool waits = !pass.IsCompleted;
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await pass;

        Assert.True(waits);
    }
}
