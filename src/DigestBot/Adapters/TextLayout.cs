using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays replies out as plain lines, for a terminal or a pipe.</summary>
internal static class TextLayout
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply reply, Reader reader) => reply switch
    {
        Reply.OfDigest { Digest: var digest } => Lay(digest, reader),
        Reply.OfAnswer { Answer: var answer } => Lay(answer, reader),
        Reply.OfSearch search => ListText.Search(search, reader),
        Reply.OfStories { Stories: var stories } => ListText.Stories(stories, reader),
        Reply.OfStory { Story: var story } => Lay(story, reader),
        Reply.OfWhy { Explained: var explained } => WhyLines.Lay(explained, reader),
        Reply.OfSources { Sources: var sources } => ListText.Sources(sources, reader),
        Reply.OfNewSource added => ListText.NewSource(added, reader),
        Reply.OfSource { Detail: var detail } => SourceLines.Lay(detail, reader),
        Reply.OfSourceTest { Test: var test } => SourceTestLines.Lay(test, reader),
        Reply.OfTopics shown => TopicLines.Lay(shown, reader),
        Reply.OfTopicTest { Test: var test } => TopicLines.Lay(test, reader),
        Reply.OfSettings shown => SettingsLines.Lay(shown, reader),
        Reply.OfPerson shown => PersonLines.Lay(shown, reader),
        Reply.OfHoldings held => PersonLines.Lay(held),
        Reply.OfFollows shown => FollowLines.Lay(shown, reader),
        Reply.OfSchedules found => ScheduleLines.Lay(found, reader),
        Reply.OfSchedule shown => ScheduleLines.Lay(shown, reader),
        Reply.OfRemovedSchedule removed => ScheduleLines.Lay(removed, reader),
        Reply.OfPreview shown => ScheduleLines.Lay(shown, reader),
        Reply.OfHistory shown => ScheduleLines.Lay(shown, reader),
        Reply.OfRun shown => ScheduleLines.Lay(shown, reader),
        Reply.OfStatus { Status: var status } => StatusLines.Lay(status, reader),
        Reply.OfHelp { Commands: var commands } => ListText.Help(commands, reader.Phrases),
        Reply.Plain { Sentence: var sentence } => [TextLine.Of(sentence)],
        Reply.Refusal { Sentence: var sentence } => [TextLine.Of(sentence, TextRole.Warning)],
        _ => throw new InvalidOperationException($"No layout for {reply.GetType().Name}."),
    };

    public static IReadOnlyList<TextLine> Lay(Digest digest, Reader reader)
    {
        var lines = new List<TextLine>();
        if (DigestNotice.For(digest, reader) is { } notice)
        {
            lines.Add(TextLine.Of(notice, TextRole.Warning));
        }

        if (digest.Stories.Count == 0)
        {
            lines.AddRange(Silent(digest, reader));
            return lines;
        }

        lines.AddRange(Frame(digest, reader));
        lines.Add(TextLine.Rule);
        lines.AddRange(CorrectionLines.Lay(digest, reader));

        var numbers = new CitationNumbers();
        for (int i = 0; i < digest.Stories.Count; i++)
        {
            lines.AddRange(Story(digest.Stories[i], $"{i + 1} · ", numbers, reader));
            lines.Add(TextLine.Empty);
        }

        lines.Add(TextLine.Rule);
        lines.Add(TextLine.Of(
            $"{reader.Phrases.DigestFooter(digest.Id)} · {reader.Phrases.VerifyHint(digest.Id)}", TextRole.Muted));
        return lines;
    }

    /// <summary>A digest that a schedule posts; one without stories says that there is nothing new, and what was searched.</summary>
    public static IReadOnlyList<TextLine> Lay(DigestPost post, Reader reader) =>
    [
        .. DigestNotice.For(post, reader).Select(notice => TextLine.Of(notice, TextRole.Warning)),
        .. post.Digest.Stories.Count > 0 ? Lay(post.Digest, reader) : [.. Frame(post.Digest, reader), .. CorrectionLines.Lay(post.Digest, reader)],
    ];

    private static IEnumerable<TextLine> Frame(Digest digest, Reader reader) =>
    [
        TextLine.Of(DigestFrame.Heading(digest, reader), TextRole.Heading),
        TextLine.Of(reader.Window(digest.Window), TextRole.Muted),
        TextLine.Of(DigestFrame.Coverage(digest, reader), TextRole.Muted),
        .. Silent(digest, reader),
    ];

    private static List<TextLine> Lay(Answer answer, Reader reader)
    {
        IReadOnlyList<Citation> quotes = AnswerFrame.Quotes(answer);
        List<TextLine> lines = [.. AnswerFrame.Before(answer, reader).Select(sentence => TextLine.Of(sentence))];
        lines.AddRange(Quotes(quotes, indent: 0, new(answer.Copies), reader, AnswerFrame.FirstDiffering(answer)));
        if (AnswerFrame.After(answer, reader) is { } after)
        {
            lines.Add(TextLine.Of(after, TextRole.Muted));
        }

        return lines;
    }

    private static List<TextLine> Lay(StoryDetail detail, Reader reader)
    {
        var numbers = new CitationNumbers();
        return
        [
            .. Story(detail.Story, "", numbers, reader),
            TextLine.Empty,
            .. Timeline(detail.Timeline, numbers, reader),
            TextLine.Of(reader.Phrases.StoryArticles, TextRole.Muted),
            .. detail.Articles.SelectMany(article => ListText.Article(article, reader, detail.ChangeOf(article))),
        ];
    }

    private static IEnumerable<TextLine> Timeline(IReadOnlyList<StoryDay> days, CitationNumbers numbers, Reader reader) => days.Count == 0
        ? []
        :
        [
            TextLine.Of(reader.Phrases.StoryTimeline, TextRole.Muted),
            .. days.SelectMany(day => (TextLine[])
            [
                TextLine.Of(reader.Day(day.Day), TextRole.Title, Indent),
                .. Quotes([day.Quote], Indent, numbers, reader),
            ]),
            TextLine.Empty,
        ];

    private static IEnumerable<TextLine> Silent(Digest digest, Reader reader) =>
        DigestFrame.Silent(digest, reader).Select(sentence => TextLine.Of(sentence, TextRole.Warning, hang: Indent));

    private static IEnumerable<TextLine> Story(
        DigestStory story, string number, CitationNumbers numbers, Reader reader) =>
    [
        new(
            [new(number, TextRole.Muted), new(reader.Phrases.Insert(story.Title), TextRole.Title)],
            Hang: number.Length),
        TextLine.Of(DigestFrame.Publishers(story, reader), TextRole.Muted, Indent, Indent),
        .. Quotes(story.Quotes, Indent, numbers, reader, story.FirstDiffering),
    ];

    /// <summary>Quotes, and below them the articles that they stand in; the figures in one of them and in the next may differ.</summary>
    public static IEnumerable<TextLine> Quotes(
        IReadOnlyList<Citation> quotes, int indent, CitationNumbers numbers, Reader reader, Citation? firstDiffering = null) =>
    [
        .. quotes.SelectMany(quote => (TextLine[])
        [
            .. quote == firstDiffering ? [TextLine.Of(reader.Phrases.ReportsDiffer, TextRole.Muted, indent)] : (TextLine[])[],
            Quote(quote, indent, numbers, reader),
        ]),
        .. numbers.PlacesOf(quotes).Select(cited => Link(cited.Number, cited.Article, indent, reader)),
    ];

    private static TextLine Quote(Citation quote, int indent, CitationNumbers numbers, Reader reader) => new(
        [
            new(reader.Phrases.Quote(quote.Text), TextRole.Quote),
            new($" [{numbers.Of(quote.Article)}]", TextRole.Muted),
        ],
        indent,
        Hang: 1);

    private static TextLine Link(int number, ArticleRef article, int indent, Reader reader) => TextLine.Of(
        $"[{number}] {PaywallMark.Line(article, reader)}: {reader.Phrases.Insert(article.Url)}", TextRole.Muted, indent, hang: 4);
}
