using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Follows;

/// <summary>Says which stories somebody follows: by a headline that they may see where they ask, read anew each time and never kept.</summary>
internal sealed class FollowTitles(FollowStore follows, ArticleStore articles)
{
    // Of each story the newest that they were shown, and of the others: one of them is there nearly always.
    private const int MostRead = 10;

    public async Task<IReadOnlyDictionary<long, string>> FindAsync(Space here, string person, CancellationToken cancellationToken) =>
        await FindAsync(here, await follows.ListAsync(person, cancellationToken), cancellationToken);

    /// <param name="here">Where they ask. What they follow from elsewhere is named by what their own space sees.</param>
    /// <param name="schedules">What they follow.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>By the id of the schedule; without topics, and without stories of which they may see nothing.</returns>
    public async Task<IReadOnlyDictionary<long, string>> FindAsync(Space here, IReadOnlyList<Schedule> schedules, CancellationToken cancellationToken)
    {
        Schedule[] stories = [.. schedules.Where(schedule => schedule.Settings.Story is not null)];
        var titles = new Dictionary<long, string>();
        if (stories.Length == 0)
        {
            return titles;
        }

        long[] ids = [.. stories.Select(schedule => schedule.Id)];
        IReadOnlyDictionary<long, StoryTrace> traces = await follows.TracesAsync(ids, cancellationToken);
        IReadOnlyDictionary<long, FollowedFrom> from = await follows.OfSchedulesAsync(ids, cancellationToken);
        foreach (IGrouping<Space, Schedule> same in stories.GroupBy(
            schedule => from.GetValueOrDefault(schedule.Id)?.Space.Id == here.Id ? here : schedule.Space))
        {
            long[][] candidates = [.. same.Select(schedule => NewestFirst(traces.GetValueOrDefault(schedule.Id, StoryTrace.None)))];
            IReadOnlyDictionary<long, string> seen = await articles.TitlesAsync(same.Key, [.. candidates.SelectMany(article => article).Distinct()], cancellationToken);
            foreach ((Schedule schedule, long[] known) in same.Zip(candidates))
            {
                if (known.FirstOrDefault(seen.ContainsKey) is > 0 and long newest)
                {
                    titles.Add(schedule.Id, seen[newest]);
                }
            }
        }

        return titles;
    }

    private static long[] NewestFirst(StoryTrace trace) => [.. trace.Told.Reverse().Take(MostRead), .. trace.Others.Reverse().Take(MostRead)];
}
