using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Adds, pauses, switches off and removes sources, each as one space may.</summary>
internal sealed class SourceManager(
    SourceStore sources, HiddenSourceStore hidden, SourceSettingStore settings, SourceReader reader, TimeProvider clock)
{
    private const int SampleSize = 3;
    private const int MaxOpmlBytes = 10 * 1024 * 1024;

    public Task<IReadOnlyList<Source>> ListAsync(Space space, CancellationToken cancellationToken) =>
        sources.ListAsync(space, cancellationToken);

    /// <summary>Finds by id, name or address among those that the space may see; an address as lists show it will do where it means one only.</summary>
    public async Task<Source?> FindAsync(Space space, string which, CancellationToken cancellationToken)
    {
        Source? found = await sources.FindAsync(space, which, cancellationToken);
        if (found is not null || !which.Contains(FeedAddress.Hidden, StringComparison.Ordinal))
        {
            return found;
        }

        Source[] shown =
        [
            .. (await ListAsync(space, cancellationToken))
                .Where(source => source.Location is { } location && FeedAddress.Shown(location) == which).Take(2),
        ];
        return shown is [{ } only] ? only : null;
    }

    /// <summary>Reads it once to see that it works, then follows it; its articles come with the first poll.</summary>
    /// <param name="space">Who follows it.</param>
    /// <param name="location">Its address, or that of a page or site that has it.</param>
    /// <param name="name">What to call it; null for its own name.</param>
    /// <param name="place">The channel where that is asked for; null at a terminal.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SourceAdded> AddAsync(
        Space space, string location, string? name, string? place, CancellationToken cancellationToken)
    {
        if (!SourceReader.IsAddress(location) && !space.IsOperator)
        {
            return new SourceAdded(null, "Only an address that begins with https:// can be added here.", []);
        }

        return await reader.LookAsync(location, discover: true, cancellationToken) switch
        {
            SourceReading.Found found => (await FollowAsync(space, found, name, place, cancellationToken)) with
            {
                FoundAt = SourceReader.IsAddress(location) && found.Location != location ? found.Location : null,
                Others = found.Others,
            },
            SourceReading.Failed failed => new SourceAdded(null, failed.Why, []),
            _ => new SourceAdded(null, "The server said that nothing has changed, though nothing was known.", []),
        };
    }

    /// <summary>False when the source is not the space's to change.</summary>
    public async Task<bool> PauseAsync(Space space, Source source, bool paused, CancellationToken cancellationToken)
    {
        if (!await sources.IsSoleFollowerAsync(space, source, cancellationToken))
        {
            return false;
        }

        await (paused ? sources.PauseAsync(source, cancellationToken) : sources.ResumeAsync(source, cancellationToken));
        return true;
    }

    /// <summary>Takes a shared source out of the space's sight, or puts it back.</summary>
    /// <returns>False where it is not shared, the space follows it itself, or the space is the operator's.</returns>
    public async Task<bool> SwitchAsync(Space space, Source source, bool on, CancellationToken cancellationToken) =>
        !space.IsOperator && (on
            ? await hidden.ShowAsync(space, source, cancellationToken) || source.Shared
            : await hidden.HideAsync(space, source, cancellationToken));

    /// <summary>Sets what is given for a source that the space sees, there and nowhere else; the terminal's holds of a shared one where spaces have set nothing.</summary>
    /// <returns>The source as it is then.</returns>
    public async Task<Source> SetAsync(Space space, Source source, SourceSetting setting, CancellationToken cancellationToken)
    {
        await settings.SetAsync(space, source, setting, cancellationToken);
        return await sources.FindAsync(space, ArticleId.Format(source.Id), cancellationToken) ?? source;
    }

    /// <summary>Stops following; false when the space does not follow it itself.</summary>
    public async Task<bool> RemoveAsync(Space space, Source source, CancellationToken cancellationToken)
    {
        if (space.IsOperator ? !source.Shared : !await sources.IsFollowedAsync(space, source, cancellationToken))
        {
            return false;
        }

        await sources.RemoveAsync(space, source, cancellationToken);
        return true;
    }

    /// <summary>Follows the feeds of a list without reading them first; a dead one shows after its first poll.</summary>
    public async Task<OpmlImported> ImportOpmlAsync(Space space, string path, CancellationToken cancellationToken)
    {
        if (StarterLists.IsStarter(path))
        {
            return await ImportStarterAsync(space, path, place: null, cancellationToken);
        }

        if (!File.Exists(path))
        {
            return new OpmlImported(0, 0, [new IngestFailure(path, "There is no such file; check the path.")]);
        }

        return await ImportOpmlAsync(space, path, await ReadAsync(path, cancellationToken), place: null, cancellationToken);
    }

    /// <summary>Same, from a list that ships with the program.</summary>
    public Task<OpmlImported> ImportStarterAsync(Space space, string name, string? place, CancellationToken cancellationToken) =>
        StarterLists.TryRead(name, out byte[]? content)
            ? ImportOpmlAsync(space, name, content, place, cancellationToken)
            : Task.FromResult(new OpmlImported(
                0, 0, [new IngestFailure(name, $"There is no such list; there are: {string.Join(", ", StarterLists.Names.Select(list => StarterLists.Scheme + list))}.")]));

    /// <summary>Same, from the list itself; what the space has no room for is left out.</summary>
    public async Task<OpmlImported> ImportOpmlAsync(
        Space space, string origin, byte[] content, string? place, CancellationToken cancellationToken)
    {
        OpmlDocument list = Opml.Read(content);
        int room = await sources.RoomAsync(space, cancellationToken);
        var known = (await ListAsync(space, cancellationToken)).ToDictionary(source => source.Key, StringComparer.Ordinal);
        int added = 0;
        int full = 0;
        foreach (OpmlFeed feed in list.Feeds)
        {
            string location = feed.FeedUrl.AbsoluteUri;
            string key = SourceKeys.Location(location);
            string? folder = feed.Folder is { } named ? NewsText.Line(named) : null;
            if (known.TryGetValue(key, out Source? there))
            {
                await (folder is null ? Task.CompletedTask : sources.FileAsync(space, there, folder, cancellationToken));
            }
            else if (added == room)
            {
                full++;
            }
            else
            {
                string name = NewsText.Line(FeedAddress.In(NameFrom(space, feed.Title) ?? feed.FeedUrl.Host));
                var source = new NewSource(key, SourceKind.Feed, name, location, clock.GetUtcNow()) { Folder = folder, AddedIn = place };
                known[key] = await sources.AddAsync(space, source, cancellationToken);
                added++;
            }
        }

        return new OpmlImported(
            added, list.Feeds.Count - added - full, [.. list.Problems.Select(problem => new IngestFailure(FeedAddress.Shown(origin), FeedAddress.In(problem)))])
        {
            Limit = full > 0 ? sources.Limit : null,
        };
    }

    /// <summary>The feeds that the space may see, as an OPML document.</summary>
    public async Task<string> ExportOpmlAsync(Space space, CancellationToken cancellationToken)
    {
        IReadOnlyList<Source> listed = await ListAsync(space, cancellationToken);
        OpmlFeed[] feeds = [.. listed
            .Where(source => source is { Kind: SourceKind.Feed, Location: not null })
            .Select(source => new OpmlFeed(source.Name, new Uri(source.Location!), null, source.Folder))];
        return Opml.Write(new OpmlDocument("DigestBot", feeds, []));
    }

    // Read up to a bound: no list of subscriptions comes near.
    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        byte[] bytes = new byte[Math.Min(file.Length, MaxOpmlBytes)];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    // A feed is one source for all who follow it: what one space would call it must not be read in another.
    private static string? NameFrom(Space space, string? name) => space.IsOperator ? name : null;

    private async Task<SourceAdded> FollowAsync(
        Space space, SourceReading.Found found, string? name, string? place, CancellationToken cancellationToken)
    {
        string called = NewsText.Line(FeedAddress.In(NameFrom(space, name) ?? found.Title ?? FeedAddress.Shown(CanonicalUrl.Of(found.Location) ?? found.Location)));
        string key = SourceKeys.Location(found.Location);
        if (!await sources.HasRoomAsync(space, key, cancellationToken))
        {
            return new SourceAdded(null, $"A space may have {sources.Limit} sources of its own; remove one first.", []) { Limit = sources.Limit };
        }

        Source added = await sources.AddAsync(
            space,
            new NewSource(key, found.Kind, called, found.Location, clock.GetUtcNow()) { AddedIn = place },
            cancellationToken);
        return new SourceAdded(
            added, null, [.. found.Articles.Select(article => NewsText.Line(article.Title ?? "")).Where(title => title.Length > 0).Take(SampleSize)]);
    }
}
