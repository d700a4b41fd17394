using CsCheck;
using DigestBot.Chat;
using DigestBot.Commands;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Commands;

/// <summary>How many commands a person may give.</summary>
public sealed class CommandPaceTests
{
    private const int Limit = 4;

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_person_waits_for_the_oldest_of_the_last_minute()
    {
        CommandPace pace = Pace();
        for (int i = 0; i < Limit; i++)
        {
            Assert.Null(pace.Wait("ann"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromSeconds(56), pace.Wait("ann")?.Left);
        _clock.Advance(TimeSpan.FromSeconds(56));
        Assert.Null(pace.Wait("ann"));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Wait("ann")?.Left);
    }

    [Fact]
    public void Whoever_waited_and_asked_and_must_wait_again_is_told_so_again()
    {
        CommandPace pace = Pace();
        for (int i = 0; i < Limit; i++)
        {
            pace.Wait("ann");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(pace.Wait("ann")?.IsFirst);
        Assert.False(pace.Wait("ann")?.IsFirst);
        _clock.Advance(TimeSpan.FromSeconds(56));
        Assert.Null(pace.Wait("ann"));
        Assert.True(pace.Wait("ann")?.IsFirst);
        Assert.False(pace.Wait("ann")?.IsFirst);
    }

    [Fact]
    public void One_person_does_not_use_up_what_another_may_ask()
    {
        CommandPace pace = Pace();
        for (int i = 0; i < 10 * Limit; i++)
        {
            pace.Wait("ann");
        }

        Assert.Null(pace.Wait("bob"));
    }

    [Fact]
    public void What_was_refused_does_not_make_the_wait_longer()
    {
        CommandPace pace = Pace();
        for (int i = 0; i < 100; i++)
        {
            pace.Wait("ann");
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(pace.Wait("ann"));
    }

    [Fact]
    public void Never_more_than_the_limit_within_any_minute() => Gen.Int[0, 20_000].Array[1, 60].Sample(pauses =>
    {
        var clock = new FakeTimeProvider();
        CommandPace pace = Pace(clock);
        var ran = new List<DateTimeOffset>();
        foreach (int pause in pauses)
        {
            clock.Advance(TimeSpan.FromMilliseconds(pause));
            if (pace.Wait("ann") is null)
            {
                ran.Add(clock.GetUtcNow());
            }
        }

        Assert.All(ran, at => Assert.True(ran.Count(other => other <= at && other > at - TimeSpan.FromMinutes(1)) <= Limit));
    });

    [Fact]
    public void A_crowd_makes_room_by_forgetting_whoever_was_silent_longest()
    {
        CommandPace pace = Pace();
        for (int i = 0; i < Limit; i++)
        {
            pace.Wait("silent");
            pace.Wait("loud");
        }

        for (int i = 0; i < CommandPace.MostPeople - 1; i++)
        {
            pace.Wait($"person {i}");
            Assert.NotNull(pace.Wait("loud"));
        }

        Assert.Null(pace.Wait("silent"));
    }

    private CommandPace Pace() => Pace(_clock);

    private static CommandPace Pace(TimeProvider clock) => new(Options.Create(new LimitOptions { CommandsPerMinute = Limit }), clock);
}
