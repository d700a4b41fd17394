using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Adapters;

/// <summary>Digests and answers for the layouts to lay out.</summary>
internal static class SampleReplies
{
    public static readonly DateTimeOffset Noon = new(2020, 1, 6, 12, 0, 0, TimeSpan.Zero);

    public static readonly NewsWindow Window = NewsWindow.Last(TimeSpan.FromDays(1), Noon);

    public const string First = "Parliament voted on Sunday to end the presence of foreign troops.";

    public const string Second = "The resolution passed with 170 votes.";

    public static readonly IReadOnlyDictionary<Citation, QuoteCheck> NoneEdited = new Dictionary<Citation, QuoteCheck>();

    public static Reader In(string language) =>
        Reader.In(Phrases.Find(language)!, "Asia/Baghdad", new FakeTimeProvider(Noon));

    public static ArticleRef Article(string id, string title, string url, string source) =>
        new(id, title, url, source, Noon.AddHours(-20));

    public static Citation Quote(string text, ArticleRef article, int start = 0) => new(text, article, start, text.Length);

    public static Digest Digest(
        string title = "Iraq votes on foreign troops",
        string source = "Sample Herald",
        string url = "https://herald.example/iraq-vote",
        string first = First,
        string? topic = "iraq",
        bool fallback = false,
        string failing = "Sample Times")
    {
        ArticleRef herald = Article("11", title, url, source);
        ArticleRef post = Article("12", "Vote in Baghdad", "https://post.example/vote", "Sample Post");
        return new(
            "7f3a",
            topic,
            Window,
            fallback,
            NewsWindow.Last(TimeSpan.FromDays(1), Noon),
            new(41, 40, [new(failing, "HTTP 503", Noon.AddDays(-2))], 23),
            [
                new("s1", title, [source, "Sample Post"], 2, [Quote(first, herald, 7), Quote(Second, post), Quote(Second, herald)]),
                new("s2", "Oil exports resume", ["Sample Post"], 1, [Quote("Crude flows.", Article("13", "Oil", "https://post.example/oil", "Sample Post"))]),
            ]);
    }

    public static Digest Empty(string? topic = "iraq") => Digest(topic: topic) with { Stories = [] };

    public static Answer Answered() => new(
        "How many voted?", "How many voted? iraq", true, 0.9,
        [Quote(Second, Article("12", "Vote in Baghdad", "https://post.example/vote", "Sample Post"))],
        [],
        new(412, NewsWindow.Until(Noon)));

    public static Answer NotAnswered() => new(
        "Who won the cup?", "Who won the cup?", false, 0.1,
        [],
        [Quote(Second, Article("12", "Vote in Baghdad", "https://post.example/vote", "Sample Post"))],
        new(412, NewsWindow.Last(TimeSpan.FromDays(7), Noon)));

    /// <summary>One article found, one left out.</summary>
    public static TopicTest TopicTest(string text) => new(
        text,
        IsDefined: false,
        Window,
        1,
        1,
        [new(Article("1", text, "https://herald.example/iraq-vote", text), [text])],
        [new(Article("2", text, "https://herald.example/other", text), [text, text])]);

    /// <summary>Why a story with one quote is where it is; without its articles where they are gone.</summary>
    public static StoryExplanation Explained(string text, QuoteState state = QuoteState.Unchanged)
    {
        ArticleRef article = Article("11", text, "https://herald.example/iraq-vote", text);
        var head = new ArticleHead(ArticleId.Create(Noon, 11), 1, null, null, []);
        var score = new SentenceExplanation("11", 0, text.Length, 0.5)
        {
            Average = 0.5,
            Parts = [.. Enum.GetValues<ScorePartKind>().Select(kind => new ScorePart(kind, ((int)kind % 2 == 0) ? 0.1 : -0.1))],
            Rank = 9,
            IsQuoted = true,
            Repeats = 0.25,
        };
        return new(
            "7f3a",
            1,
            2,
            new("s1", text, [text], 1, [Quote(text, article)]),
            state == QuoteState.Gone ? null : new(new RankedStory(new(1, [head]), 1, 1, 0), 1, 2, 0.8, HasTopic: true, Read: 1),
            [new(1, Quote(text, article), state, state == QuoteState.Unchanged ? score : null, 20)]);
    }

    /// <summary>What an address gave that was redirected: an article of each sort.</summary>
    public static SourceTest SourceTest(string text) => new(text, text, SourceKind.Feed, [Found(text), Found(text, DateBasis.NoDate), Found(text, DateBasis.Ahead)], [text])
    {
        Sight = new(FoundBy.Link, 200, [new(301, new Uri("https://post.example/feed"))], "RSS 2.0", "utf-8", 20_000, 4),
        Redirects = ["https://post.example/feed"],
        Validators = (true, true),
        WithoutText = 1,
        WithoutDate = 2,
        Next = new(Noon.AddHours(1), CheckReason.AskedByFeed),
        Others = [text],
    };

    /// <summary>A source at rest, with its last checks.</summary>
    public static SourceDetail SourceDetail(string text) => new(
        Source(3) with { Name = text, LastError = text, FailingSince = Noon.AddDays(-15), NextCheck = Noon.AddHours(1), NextWhy = CheckReason.BackOff },
        new(Noon.AddDays(-90), "discord:12", Noon),
        [
            new(Noon, CheckOutcome.Failed, text, 0, 0, TimeSpan.FromSeconds(20)),
            new(Noon.AddHours(-1), CheckOutcome.Unchanged, null, 0, 0, TimeSpan.FromMilliseconds(80)),
            new(Noon.AddHours(-2), CheckOutcome.Read, null, 5, 1, TimeSpan.FromSeconds(1.5)),
        ])
    {
        Hub = new(text, true, Noon.AddDays(-3), Noon.AddDays(7), Noon.AddHours(-2), text),
    };

    private static FoundArticle Found(string text, DateBasis basis = DateBasis.Published) => new(
        new NewArticle
        {
            SourceId = 0,
            Identity = [],
            Url = "https://post.example/vote",
            Title = text,
            Text = text,
            Published = basis == DateBasis.NoDate ? null : Noon.AddHours(basis == DateBasis.Ahead ? 5 : -5),
            Seen = Noon,
            Effective = Noon,
            Language = basis == DateBasis.Ahead ? "en" : null,
            ContentHash = 0,
        },
        basis,
        12,
        TextExtent.Teaser,
        basis == DateBasis.NoDate ? "de" : null);

    public static Source Source(int failures = 0) => new()
    {
        Id = 3,
        Key = "at:https://post.example/feed",
        Kind = SourceKind.Feed,
        Name = "Sample Post",
        Location = "https://post.example/feed",
        Shared = true,
        Paused = false,
        Articles = 12,
        Failures = failures,
        LastError = failures == 0 ? null : "HTTP 503",
        LastSuccess = Noon.AddHours(-3),
    };
}
