using DigestBot.Answers;
using DigestBot.Commands.Settings;
using DigestBot.Commands.Status;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands;

/// <summary>What a command answers, as data free of any platform's markup: exactly one of the cases below.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>True where it is only for whoever asked.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>A composed digest.</summary>
    public sealed record OfDigest(Digest Digest) : Reply;

    /// <summary>What the articles say to a question.</summary>
    public sealed record OfAnswer(Answer Answer) : Reply;

    /// <summary>Articles found by their text.</summary>
    public sealed record OfSearch(string Query, IReadOnlyList<SearchHit> Hits) : Reply;

    /// <summary>Stories to choose from.</summary>
    public sealed record OfStories(IReadOnlyList<StoryListing> Stories) : Reply;

    /// <summary>One story in full.</summary>
    public sealed record OfStory(StoryDetail Story) : Reply
    {
        /// <summary>The digest that it was picked from; null where it was none.</summary>
        public string? DigestId { get; init; }
    }

    /// <summary>Why a story stands where it does, and why its sentences were chosen.</summary>
    public sealed record OfWhy(StoryExplanation Explained) : Reply;

    /// <summary>Sources and how they are.</summary>
    public sealed record OfSources(IReadOnlyList<Source> Sources) : Reply;

    /// <summary>One source, how it came here, and how its last checks ended.</summary>
    public sealed record OfSource(SourceDetail Detail) : Reply;

    /// <summary>A source that was just added, and the newest headlines found there.</summary>
    public sealed record OfNewSource(Source Source, IReadOnlyList<string> Sample) : Reply
    {
        /// <summary>Where it was found, if that is not where it was looked for.</summary>
        public string? FoundAt { get; init; }

        /// <summary>Other feeds that the page names.</summary>
        public IReadOnlyList<string> Others { get; init; } = [];
    }

    /// <summary>What an address would give, and what would be decided about it, without following it.</summary>
    public sealed record OfSourceTest(SourceTest Test) : Reply;

    /// <summary>Topics that the space has defined.</summary>
    /// <param name="Topics">By name.</param>
    /// <param name="Done">One sentence of the bot's own: what was just done; null when they were only asked for.</param>
    public sealed record OfTopics(IReadOnlyList<Topic> Topics, string? Done) : Reply;

    /// <summary>What a topic would have found.</summary>
    public sealed record OfTopicTest(TopicTest Test) : Reply;

    /// <summary>What holds for the space.</summary>
    /// <param name="Settings">As they are now.</param>
    /// <param name="Done">One sentence of the bot's own: what was just changed; null when they were only asked for.</param>
    /// <param name="Next">Same: what to do next.</param>
    public sealed record OfSettings(SpaceSettings Settings, string? Done, string Next) : Reply;

    /// <summary>What holds for a person, and how much is kept of them.</summary>
    /// <param name="Holdings">All that is kept.</param>
    /// <param name="SpaceZone">The zone that holds where they have set none.</param>
    /// <param name="Language">The language in which they are answered in private.</param>
    /// <param name="Done">One sentence of the bot's own: what was just changed; null when they only asked.</param>
    public sealed record OfPerson(Holdings Holdings, string SpaceZone, string Language, string? Done) : Reply;

    /// <summary>Everything that is kept of a person.</summary>
    /// <param name="Document">In JSON.</param>
    public sealed record OfHoldings(string Document) : Reply;

    /// <summary>What a person follows.</summary>
    /// <param name="Follows">By topic.</param>
    /// <param name="Quiet">When nothing is sent to them; null for never.</param>
    /// <param name="Done">One sentence of the bot's own: what was just done; null when they only asked.</param>
    /// <param name="Next">Same: what to do next.</param>
    public sealed record OfFollows(IReadOnlyList<Schedule> Follows, QuietHours? Quiet, string? Done, string Next) : Reply
    {
        public static IReadOnlyDictionary<long, string> NoHeadlines { get; } = new Dictionary<long, string>();

        /// <summary>True where it shows one that was just begun or changed, and not all.</summary>
        public bool IsOne { get; init; }

        /// <summary>Of the stories among them, by the id of the schedule; without those of which whoever asks may see nothing.</summary>
        public IReadOnlyDictionary<long, string> Headlines { get; init; } = NoHeadlines;
    }

    /// <summary>The schedules of a space.</summary>
    /// <param name="Schedules">By name.</param>
    /// <param name="Next">One sentence of the bot's own: what to do next.</param>
    public sealed record OfSchedules(IReadOnlyList<Schedule> Schedules, string Next) : Reply;

    /// <summary>One schedule, with what was just done to it.</summary>
    /// <param name="Schedule">As it is now.</param>
    /// <param name="Done">One sentence of the bot's own; null when it was only asked for.</param>
    /// <param name="Next">Same: what to do next.</param>
    public sealed record OfSchedule(Schedule Schedule, string? Done, string Next) : Reply;

    /// <summary>A schedule that was just removed.</summary>
    public sealed record OfRemovedSchedule(Schedule Schedule, string Next) : Reply;

    /// <summary>When a schedule runs next.</summary>
    public sealed record OfPreview(Schedule Schedule, UpcomingRuns Upcoming, string Next) : Reply;

    /// <summary>What became of a schedule's runs, the newest first.</summary>
    public sealed record OfHistory(Schedule Schedule, IReadOnlyList<Occurrence> Runs, string Next) : Reply;

    /// <summary>A run that was asked for by hand.</summary>
    /// <param name="Schedule">Whose.</param>
    /// <param name="Run">As it stands in the ledger.</param>
    /// <param name="Waits">One sentence: where it will appear; null when it has come to its end.</param>
    /// <param name="Next">Same: what to do next.</param>
    public sealed record OfRun(Schedule Schedule, Occurrence Run, string? Waits, string Next) : Reply;

    /// <summary>How the bot stands.</summary>
    public sealed record OfStatus(BotStatus Status) : Reply;

    /// <summary>What can be asked.</summary>
    public sealed record OfHelp(IReadOnlyList<CommandDefinition> Commands) : Reply;

    /// <summary>One sentence of the bot's own.</summary>
    public sealed record Plain(string Sentence) : Reply;

    /// <summary>One sentence: what is wrong, and what to do.</summary>
    public sealed record Refusal(string Sentence) : Reply
    {
        /// <summary>True where whoever asks was told already to wait; where it would flood a channel, it is not said again.</summary>
        public bool IsRepeated { get; init; }
    }
}
