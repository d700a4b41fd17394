using System.Data.Common;

namespace DigestBot.Store;

/// <summary>Finds the article that a source has stored under another id than the one it comes with now.</summary>
/// <remarks>
/// Ids of items are worth as much as the program that makes them: some change with every poll, some name several items at once. So
/// an item whose id is new is looked for by its address and then by its title on its day; the further from the id, the more its text has
/// to agree. What is found by its title is never changed by it, so two copies of an article cannot overwrite each other in turns.
/// </remarks>
internal sealed class ArticleTwins(DbConnection connection, DbTransaction transaction, IReadOnlyList<NewArticle> batch) : IAsyncDisposable
{
    /// <summary>What every look-up reads; what it looks for follows.</summary>
    public const string Select = "SELECT id, content_hash, url_key, title_key, title, text FROM article WHERE source_id = @source AND";

    private const int MostCandidates = 4;

    /// <summary>From so many known addresses on, new ids for all of them are no chance.</summary>
    private const int LeastChurned = 3;

    /// <summary>An edited text keeps so much of itself.</summary>
    private const double EditKeeps = 0.5;

    /// <summary>A text of so much less is not the same article in another edition.</summary>
    private const double AnotherKeeps = 0.1;

    /// <summary>Letters that a text has to have before its being repeated says that it is the same: "Live updates" comes every day.</summary>
    private const int LeastLetters = 30;

    private readonly DbCommand _byId = connection.Command(
        transaction, "SELECT id FROM article WHERE source_id = @source AND identity = @key", "@source", "@key");

    private readonly DbCommand _byUrl = connection.Command(
        transaction, $"{Select} url_key = @key ORDER BY id DESC LIMIT {MostCandidates}", "@source", "@key");

    private readonly DbCommand _byTitle = connection.Command(
        transaction, $"{Select} title_key = @key ORDER BY id DESC LIMIT {MostCandidates}", "@source", "@key");

    private readonly DbCommand _one = connection.Command(transaction, $"{Select} id = @key", "@source", "@key");

    private readonly Dictionary<long, Reading> _sources = [];

    /// <summary>The stored article that an item with a new id is, or null.</summary>
    public async Task<Twin?> FindAsync(NewArticle article)
    {
        if (article.UrlKey is null && article.TitleKey is null)
        {
            return null;
        }

        Reading reading = await ReadAsync(article.SourceId);
        return await FindByUrlAsync(article, reading) ?? await FindByTitleAsync(article);
    }

    /// <summary>Whether an item is not what is stored under its id: neither address, title nor text has to do with it.</summary>
    public async Task<bool> IsAnotherAsync(long id, NewArticle article)
    {
        if (article is not { IdentityWithoutGuid: not null, UrlKey: not null })
        {
            return false;
        }

        return await QueryAsync(_one, article.SourceId, id) is [{ UrlKey: not null } stored]
            && stored.UrlKey != article.UrlKey
            && stored.TitleKey != article.TitleKey
            && TextOverlap.Shared(article.Title, stored.Title) < EditKeeps
            && TextOverlap.Shared(article.Text, stored.Text) < AnotherKeeps;
    }

    /// <summary>To be called for each article that the batch has stored or found.</summary>
    public void Note(long source, long id)
    {
        if (_sources.TryGetValue(source, out Reading? reading))
        {
            reading.Present.Add(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _byId.DisposeAsync();
        await _byUrl.DisposeAsync();
        await _byTitle.DisposeAsync();
        await _one.DisposeAsync();
    }

    private async Task<Twin?> FindByUrlAsync(NewArticle article, Reading reading)
    {
        if (article.UrlKey is not { } key)
        {
            return null;
        }

        foreach (Stored stored in await QueryAsync(_byUrl, article.SourceId, key))
        {
            bool isPresent = reading.Present.Contains(stored.Id);
            bool isSame = stored.ContentHash == article.ContentHash
                || (isPresent ? SaysNothingNew(article, stored) : IsEdited(article, stored, reading));
            if (isSame)
            {
                return new Twin(stored.Id, stored.ContentHash, MayChange: !isPresent);
            }
        }

        return null;
    }

    private async Task<Twin?> FindByTitleAsync(NewArticle article)
    {
        if (article.TitleKey is not { } key)
        {
            return null;
        }

        return (await QueryAsync(_byTitle, article.SourceId, key)).Find(stored => SaysNothingNew(article, stored)) is { } found
            ? new Twin(found.Id, found.ContentHash, MayChange: false)
            : null;
    }

    private static bool IsEdited(NewArticle article, Stored stored, Reading reading) =>
        reading.IsChurned
        || (reading.IsNew && stored.TitleKey == article.TitleKey)
        || TextOverlap.Shared(article.Text, stored.Text) >= EditKeeps;

    // Then nothing is lost by leaving it out. Only the headline counts as nothing too.
    private static bool SaysNothingNew(NewArticle article, Stored stored)
    {
        List<string> words = TextOverlap.Words(article.Text);
        return words.Sum(word => word[0] < '\u2e80' ? word.Length : 3) >= LeastLetters
            && (words.SequenceEqual(TextOverlap.Words(article.Title)) || TextOverlap.Contained(words, TextOverlap.Words(stored.Text)) >= 1);
    }

    // What this batch says about the ids of its source. Asked once, and only when an id is new.
    private async Task<Reading> ReadAsync(long source)
    {
        if (_sources.TryGetValue(source, out Reading? known))
        {
            return known;
        }

        NewArticle[] items = [.. batch.Where(article => article.SourceId == source && article.UrlKey is not null)];
        var present = new HashSet<long>();
        int moved = 0;
        foreach (NewArticle item in items)
        {
            if (await IdAsync(item) is { } id)
            {
                present.Add(id);
            }
            else if ((await QueryAsync(_byUrl, source, item.UrlKey!.Value)).Count > 0)
            {
                moved++;
            }
        }

        bool areDistinct = items.DistinctBy(item => item.UrlKey).Count() == items.Length;
        bool isNew = present.Count == 0;
        return _sources[source] = new Reading(present, isNew, isNew && areDistinct && moved >= LeastChurned && moved * 2 > items.Length);
    }

    private async Task<long?> IdAsync(NewArticle article)
    {
        _byId.Parameters[0].Value = article.SourceId;
        _byId.Parameters[1].Value = article.Identity;
        return await _byId.ExecuteScalarAsync() is long id ? id : null;
    }

    private static async Task<List<Stored>> QueryAsync(DbCommand command, long source, long key)
    {
        command.Parameters[0].Value = source;
        command.Parameters[1].Value = key;
        var found = new List<Stored>();
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new Stored(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.IsDBNull(2) ? null : reader.GetInt64(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.GetString(4),
                reader.GetString(5)));
        }

        return found;
    }

    private sealed record Stored(long Id, long ContentHash, long? UrlKey, long? TitleKey, string Title, string Text);

    /// <param name="Present">Articles that the batch brings by their own ids, or has stored.</param>
    /// <param name="IsNew">Whether no id of the batch was known.</param>
    /// <param name="IsChurned">Whether all ids are new though most addresses are known.</param>
    private sealed record Reading(HashSet<long> Present, bool IsNew, bool IsChurned);
}
