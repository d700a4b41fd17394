using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Commands;

/// <summary>What a command answers, as data free of any platform's markup: exactly one of the cases below.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A composed digest.</summary>
    public sealed record OfDigest(Digest Digest) : Reply;

    /// <summary>What the articles say to a question.</summary>
    public sealed record OfAnswer(Answer Answer) : Reply;

    /// <summary>Articles found by their text.</summary>
    public sealed record OfSearch(string Query, IReadOnlyList<SearchHit> Hits) : Reply;

    /// <summary>Stories to choose from.</summary>
    public sealed record OfStories(IReadOnlyList<StoryListing> Stories) : Reply;

    /// <summary>One story in full.</summary>
    public sealed record OfStory(StoryDetail Story) : Reply;

    /// <summary>Sources and how they are.</summary>
    public sealed record OfSources(IReadOnlyList<Source> Sources) : Reply;

    /// <summary>A source that was just added, and the newest headlines found there.</summary>
    public sealed record OfNewSource(Source Source, IReadOnlyList<string> Sample) : Reply;

    /// <summary>What can be asked.</summary>
    public sealed record OfHelp(IReadOnlyList<CommandDefinition> Commands) : Reply;

    /// <summary>One sentence of the bot's own.</summary>
    public sealed record Plain(string Sentence) : Reply;

    /// <summary>One sentence: what is wrong, and what to do.</summary>
    public sealed record Refusal(string Sentence) : Reply;
}
