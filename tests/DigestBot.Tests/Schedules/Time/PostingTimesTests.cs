using CsCheck;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>A posting time keeps its number when it is moved, and no number ever names two times.</summary>
public sealed class PostingTimesTests
{
    private static readonly Gen<TimeOnly[]> AnyTimes = Gen.Int[0, 47].Array[1, 8].Select(halves => (TimeOnly[])[.. halves.Select(half => new TimeOnly(half / 2, half % 2 * 30))]);

    [Theory]
    [InlineData("08:00#0", "10:00", "10:00#0")]
    [InlineData("08:00#0 18:00#1", "18:00 08:00", "08:00#0 18:00#1")]
    [InlineData("08:00#0 18:00#1", "08:00 20:00", "08:00#0 20:00#1")]
    [InlineData("08:00#0 18:00#1", "18:00", "18:00#1")]
    [InlineData("08:00#0", "06:00 08:00", "06:00#2 08:00#0")]
    [InlineData("08:00#0", "06:00 08:30", "06:00#2 08:30#0")]
    [InlineData("08:00#0 12:00#1", "11:30", "11:30#1")]
    [InlineData("08:00#1 18:00#0", "09:00 19:00", "09:00#1 19:00#0")]
    [InlineData("08:00#0 12:00#1 18:00#3", "09:00 10:00 13:00 19:00", "09:00#0 10:00#4 13:00#1 19:00#3")]
    public void Times_keep_or_take_over_numbers(string old, string wanted, string expected)
    {
        PostingTime[] before = [.. old.Split(' ').Select(item => item.Split('#')).Select(item => new PostingTime(item[1][0] - '0', Time(item[0])))];

        PostingTimes after = PostingTimes.Renumber(before, wanted.Split(' ').Select(Time), before.Length == 1 ? 2 : before.Max(time => time.Number) + 1);

        Assert.Equal(expected, string.Join(' ', after.Times.Select(time => $"{ClockText.Show(time.Time)}#{time.Number}")));
    }

    [Fact]
    public void A_number_of_a_time_that_was_removed_is_never_given_again()
    {
        PostingTimes two = PostingTimes.New([new(8, 0), new(18, 0)]);
        PostingTimes one = PostingTimes.Renumber(two.Times, [new(8, 0)], two.NextNumber);
        PostingTimes again = PostingTimes.Renumber(one.Times, [new(8, 0), new(18, 0)], one.NextNumber);

        Assert.Equal([new(0, new(8, 0)), new(2, new(18, 0))], again.Times);
        Assert.Equal(3, again.NextNumber);
    }

    [Fact]
    public void Over_any_number_of_edits_each_time_has_one_number_of_its_own() =>
        Gen.Select(AnyTimes, AnyTimes.Array[1, 6]).Sample((first, edits) =>
        {
            PostingTimes now = PostingTimes.New(first);
            HashSet<int> gone = [];
            foreach (TimeOnly[] wanted in edits)
            {
                PostingTimes next = PostingTimes.Renumber(now.Times, wanted, now.NextNumber);

                Assert.Equal(wanted.Distinct().Order(), next.Times.Select(time => time.Time));
                Assert.Equal(next.Times.Count, next.Times.Select(time => time.Number).Distinct().Count());
                Assert.All(next.Times, time => Assert.True(time.Number < next.NextNumber && !gone.Contains(time.Number)));
                Assert.All(now.Times.Where(time => wanted.Contains(time.Time)), time => Assert.Contains(time, next.Times));
                Assert.Equal(Math.Min(next.Times.Count, now.Times.Count), next.Times.Count(time => time.Number < now.NextNumber));
                gone.UnionWith(now.Times.Select(time => time.Number).Except(next.Times.Select(time => time.Number)));
                now = next;
            }
        });

    private static TimeOnly Time(string text) => TimeInput.Read(text).Value![0];
}
