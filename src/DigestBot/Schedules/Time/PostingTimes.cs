using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>Numbers the times of a schedule, so that a time that was moved still names the same slot.</summary>
/// <param name="Times">Ascending, each number once.</param>
/// <param name="NextNumber">For the next additional time; greater than all that were ever given.</param>
internal sealed record PostingTimes(IReadOnlyList<PostingTime> Times, int NextNumber)
{
    public static PostingTimes New(IEnumerable<TimeOnly> times) => Renumber([], times, 0);

    /// <summary>
    /// Times that stay keep their numbers. The others take over the numbers that are left, in order and each from as near
    /// a time as the order allows: they were moved. What is additional gets a number that never was.
    /// </summary>
    public static PostingTimes Renumber(IReadOnlyList<PostingTime> old, IEnumerable<TimeOnly> wanted, int nextNumber)
    {
        TimeOnly[] times = [.. wanted.Distinct().Order()];
        Dictionary<TimeOnly, int> numbers = old.Where(posting => times.Contains(posting.Time)).ToDictionary(posting => posting.Time, posting => posting.Number);
        TimeOnly[] changed = [.. times.Where(time => !numbers.ContainsKey(time))];
        PostingTime[] free = [.. old.Where(posting => !numbers.ContainsKey(posting.Time)).OrderBy(posting => posting.Time)];

        foreach ((PostingTime from, TimeOnly to) in Pair(free, changed))
        {
            numbers.Add(to, from.Number);
        }

        foreach (TimeOnly added in changed.Where(time => !numbers.ContainsKey(time)))
        {
            numbers.Add(added, nextNumber++);
        }

        return new([.. times.Select(time => new PostingTime(numbers[time], time))], nextNumber);
    }

    private static IEnumerable<(PostingTime From, TimeOnly To)> Pair(PostingTime[] free, TimeOnly[] changed)
    {
        bool moreFree = free.Length >= changed.Length;
        TimeOnly[] old = [.. free.Select(posting => posting.Time)];
        int[] partners = moreFree ? Partners(changed, old) : Partners(old, changed);
        return partners.Select((partner, index) => moreFree ? (free[partner], changed[index]) : (free[index], changed[partner]));
    }

    // For each time of the shorter list one of the longer, in order, with the least to move in all.
    private static int[] Partners(TimeOnly[] shorter, TimeOnly[] longer)
    {
        // cost[i, j]: the first i of the shorter are paired with some of the first j of the longer.
        long[,] cost = new long[shorter.Length + 1, longer.Length + 1];
        for (int i = 1; i <= shorter.Length; i++)
        {
            cost[i, i - 1] = long.MaxValue;
            for (int j = i; j <= longer.Length; j++)
            {
                cost[i, j] = Math.Min(cost[i, j - 1], cost[i - 1, j - 1] + Distance(shorter[i - 1], longer[j - 1]));
            }
        }

        int[] partners = new int[shorter.Length];
        int last = longer.Length;
        for (int i = shorter.Length; i > 0; i--)
        {
            while (cost[i, last] == cost[i, last - 1])
            {
                last--;
            }

            partners[i - 1] = --last;
        }

        return partners;
    }

    private static long Distance(TimeOnly one, TimeOnly other) => Math.Abs(one.Ticks - other.Ticks);
}
