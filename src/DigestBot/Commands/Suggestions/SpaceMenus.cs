using System.Globalization;
using DigestBot.Commands.Schedules;
using DigestBot.Commands.Sources;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Suggestions;

/// <summary>Keeps in memory what spaces can choose from.</summary>
/// <remarks>Invariant: everything kept for a space was read as that space, or as one that sees the same sources.</remarks>
internal sealed class SpaceMenus(
    ScheduleStore schedules, SourceStore sources, TopicStore topics, SpaceStore spaces, ArticleStore articles, TimeProvider clock)
{
    /// <summary>Of so many of the newest articles, the names are looked for.</summary>
    private const int MostArticles = 1_000;

    private const int MostSpaces = 1_000;
    private const int MostOutlooks = 200;

    private static readonly TimeSpan MenuAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NamesAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    /// <summary>A platform wants an answer within 300 ms; what is not known by then comes with the next letter.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly RefreshingCache<SpaceMenu> _menus = new(MostSpaces, MenuAge, clock);
    private readonly RefreshingCache<IReadOnlyList<Suggestion>> _names = new(MostOutlooks, NamesAge, clock);

    /// <summary>Null while it is not known.</summary>
    public Task<SpaceMenu?> FindAsync(Space space) =>
        _menus.FindAsync(space.Id.ToString(CultureInfo.InvariantCulture), () => ReadAsync(space), Patience);

    /// <summary>Names in the news that the space sees; none while they are not known.</summary>
    public async Task<IReadOnlyList<Suggestion>> NamesAsync(Space space, SpaceMenu menu) =>
        await _names.FindAsync(menu.Outlook, () => ReadNamesAsync(space), Patience) ?? [];

    private async Task<SpaceMenu> ReadAsync(Space space)
    {
        IReadOnlyList<Schedule> planned = await schedules.ListAsync(space, CancellationToken.None);
        IReadOnlyList<Source> seen = await sources.ListAsync(space, CancellationToken.None);
        IReadOnlyList<Topic> defined = await topics.ListAsync(space, CancellationToken.None);
        IReadOnlyDictionary<long, string> outlooks = await spaces.OutlooksAsync([space.Id], CancellationToken.None);
        return new(
            outlooks[space.Id],
            [.. defined.Select(topic => topic.Name).Concat(planned.Select(schedule => schedule.Settings.Topic).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase).Select(Suggestion.Of)],
            [.. planned.Select(schedule => new Suggestion(ScheduleCaller.Refer(schedule), schedule.Settings.Name))],
            [.. SourceDisclosure.Of(seen).Select(source => new Suggestion(source.Id.ToString(CultureInfo.InvariantCulture), source.Name))]);
    }

    private async Task<IReadOnlyList<Suggestion>> ReadNamesAsync(Space space)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<string> openings = await articles.OpeningsAsync(space, NewsWindow.Last(Recent, now), MostArticles, CancellationToken.None);
        return [.. NewsNames.Of(openings).Select(Suggestion.Of)];
    }
}
