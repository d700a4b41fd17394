using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>Ids that a source gives to several items at once: they identify none of them.</summary>
internal sealed class SharedGuids
{
    private readonly HashSet<(long Source, string Guid)> _shared = [];

    private SharedGuids()
    {
    }

    /// <summary>Two items of one id at one address, or of one title where they have none, are editions of each other and share it rightly.</summary>
    public static SharedGuids In(IReadOnlyList<(Source Source, IncomingArticle Article)> incoming)
    {
        var shared = new SharedGuids();
        var first = new Dictionary<(long, string), string>();
        foreach ((Source source, IncomingArticle article) in incoming)
        {
            if (article.Guid is { Length: > 0 } guid)
            {
                string about = CanonicalUrl.Of(article.Url) ?? article.Title ?? "";
                if (!first.TryAdd((source.Id, guid), about) && first[(source.Id, guid)] != about)
                {
                    shared._shared.Add((source.Id, guid));
                }
            }
        }

        return shared;
    }

    public bool Contains(Source source, IncomingArticle article) =>
        article.Guid is { Length: > 0 } guid && _shared.Contains((source.Id, guid));
}
