using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Sources;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays lists out as plain lines.</summary>
internal static class ListText
{
    private const int MostOthers = 10;
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Search(Reply.OfSearch search, Reader reader) => search.Hits.Count == 0
        ? [TextLine.Of(reader.Phrases.SearchNothing(search.Query))]
        :
        [
            TextLine.Of(reader.Phrases.SearchFound(search.Query, search.Hits.Count), TextRole.Heading),
            .. search.Hits.SelectMany(hit => Hit(hit, reader)),
        ];

    public static IReadOnlyList<TextLine> Stories(IReadOnlyList<StoryListing> stories, Reader reader) =>
        stories.Count == 0 ? [TextLine.Of(reader.Phrases.StoriesNone)]
        :
        [
            TextLine.Of(reader.Phrases.StoriesFound(stories.Count), TextRole.Heading),
            .. stories.SelectMany(story => Story(story, reader)),
            .. stories.Any(story => story.Number is not null) ? [TextLine.Of(reader.Phrases.StoriesChoose, TextRole.Muted)] : (TextLine[])[],
        ];

    public static IReadOnlyList<TextLine> Sources(IReadOnlyList<Source> sources, Reader reader) => sources.Count == 0
        ? [TextLine.Of(reader.Phrases.SourcesNone)]
        :
        [
            TextLine.Of(reader.Phrases.SourcesFound(sources.Count), TextRole.Heading),
            .. sources.SelectMany(source => Source(source, reader)),
        ];

    public static IReadOnlyList<TextLine> NewSource(Reply.OfNewSource added, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string?[] found =
        [
            added.FoundAt is { } there ? phrases.SourceFoundAt(there) : null,
            added is { FoundAt: not null, Source.Kind: SourceKind.Sitemap } ? phrases.SourceSitemapTaken : null,
            added.Others.Count > 0 ? phrases.SourceOtherFeeds(string.Join(", ", added.Others.Take(MostOthers))) : null,
        ];
        return
        [
            .. Sample(phrases.SourceAdded(added.Source.Name, SourceText.Kind(added.Source.Kind, phrases)), added.Sample, phrases),
            .. found.OfType<string>().Select(sentence => TextLine.Of(sentence, TextRole.Muted)),
        ];
    }

    public static IReadOnlyList<TextLine> Help(IReadOnlyList<CommandDefinition> commands, Phrases phrases) =>
    [
        TextLine.Of(phrases.HelpCommands, TextRole.Heading),
        .. commands.SelectMany<CommandDefinition, TextLine>(command =>
        [
            TextLine.Of(phrases.Insert(command.Usage), TextRole.Title, Indent, Indent),
            TextLine.Of(command.Describe(phrases), indent: 2 * Indent),
            .. command.Example is { } example
                ? [TextLine.Of(phrases.Insert(example), TextRole.Muted, 2 * Indent, Indent)]
                : (TextLine[])[],
        ]),
        TextLine.Empty,
        TextLine.Of(phrases.HelpFollowUp),
        TextLine.Of(phrases.HelpPromise, TextRole.Muted),
    ];

    /// <param name="article">It.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="changed">When it was last changed; null where that is not told.</param>
    public static IEnumerable<TextLine> Article(ArticleRef article, Reader reader, DateTimeOffset? changed = null) =>
    [
        TextLine.Of(reader.Phrases.Insert(article.Title), TextRole.Title, Indent, Indent),
        TextLine.Of($"{PaywallMark.Line(article, reader)}: {reader.Phrases.Insert(article.Url)}", TextRole.Muted, 2 * Indent),
        .. changed is { } date ? [TextLine.Of(reader.Phrases.SourceTestModified(reader.Date(date)), TextRole.Muted, 2 * Indent)] : (TextLine[])[],
    ];

    public static IEnumerable<TextLine> Source(Source source, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string counts = source.Kind == SourceKind.Import
            ? phrases.SourceArticles(source.Articles)
            : phrases.SourceCounts(source.Articles, SourceText.LastRead(source, reader));
        string head = phrases.List(
            [source.Name, SourceText.Kind(source.Kind, phrases), SourceText.State(source, phrases)]);
        string?[] details =
        [
            counts,
            source.Folder is { } folder ? phrases.SourceInFolder(folder) : null,
            SourceSettingText.Unusual(source, phrases),
            source.Location is { } location ? phrases.Insert(location) : null,
            source.MovedFrom is { } old ? phrases.SourceMovedFrom(old) : null,
        ];
        return
        [
            TextLine.Of(head, TextRole.Title, Indent, Indent),
            .. details.OfType<string>().Select(detail => TextLine.Of(detail, TextRole.Muted, 2 * Indent)),
        ];
    }

    private static IReadOnlyList<TextLine> Sample(string heading, IReadOnlyList<string> titles, Phrases phrases) => titles.Count == 0
        ? [TextLine.Of(heading, TextRole.Heading)]
        :
        [
            TextLine.Of(heading, TextRole.Heading),
            TextLine.Of(phrases.SourceSample, TextRole.Muted),
            .. titles.Select(title => TextLine.Of(phrases.Insert(title), indent: Indent, hang: Indent)),
        ];

    private static IEnumerable<TextLine> Hit(SearchHit hit, Reader reader)
    {
        IEnumerable<TextLine> article = Article(hit.Article, reader);
        return hit.Sentence is { } sentence
            ? article.Append(TextLine.Of(reader.Phrases.Quote(sentence.Text), TextRole.Quote, 2 * Indent, hang: 1))
            : article;
    }

    private static IEnumerable<TextLine> Story(StoryListing story, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        if (story.Number is { } number)
        {
            return
            [
                TextLine.Of($"{number} · {phrases.Insert(story.Title)}", TextRole.Title, Indent, Indent),
                TextLine.Of(phrases.StoryPublishers(story.Publishers.Count, phrases.List(story.Publishers)), TextRole.Muted, 2 * Indent),
            ];
        }

        string span = reader.Window(new(story.First, story.Last));
        return
        [
            TextLine.Of(phrases.Insert(story.Title), TextRole.Title, Indent, Indent),
            TextLine.Of(
                phrases.StoryCounts(story.Publishers.Count, story.Articles, span), TextRole.Muted, 2 * Indent),
            TextLine.Of($"/story {phrases.Insert(story.Id)}", TextRole.Muted, 2 * Indent),
        ];
    }
}
