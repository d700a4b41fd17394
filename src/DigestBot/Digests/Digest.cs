using System.Text.Json.Serialization;
using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>One composed digest, as data. Stored once and rendered for each platform from there.</summary>
/// <param name="Id">Hash of the content: the same digest composed twice has one id.</param>
/// <param name="Topic">What was asked for, or null for everything.</param>
/// <param name="Window">The effective dates that were looked at.</param>
/// <param name="Fallback">True when the asked window was empty and this is the newest coverage instead.</param>
/// <param name="Asked">The window that was asked for.</param>
/// <param name="Coverage">What was searched.</param>
/// <param name="Stories">The most widely covered first; empty when nothing was found.</param>
public sealed record Digest(
    string Id,
    string? Topic,
    NewsWindow Window,
    bool Fallback,
    NewsWindow Asked,
    Coverage Coverage,
    IReadOnlyList<DigestStory> Stories)
{
    /// <summary>Names that were looked for as well, because they stand for the topic; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Also { get; init; }

    /// <summary>Names of the sources that it is from alone; null for any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The story that it is all about, where one person follows that, or nothing where that is not to be seen; null for any other digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>How many further stories there are, where that was counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Further { get; init; }

    /// <summary>What it goes on from, where it tells one reader what is new to them; null for any other digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CatchUp? CatchUp { get; init; }

    /// <summary>Places of quotes whose article was forgotten since, without their text; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Citation>? Forgotten { get; init; }

    /// <summary>What the channel was shown by earlier digests and no longer stands at its source; null where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Correction>? Corrections { get; init; }

    /// <summary>How many more of these there are; later digests tell them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MoreCorrections { get; init; }
}

/// <summary>The sources behind a digest, and how many of their articles matched.</summary>
/// <param name="Sources">Sources that the space may see.</param>
/// <param name="Ok">Of these, how many answered when last asked.</param>
/// <param name="Failing">The others.</param>
/// <param name="Articles">Articles that matched the topic in the window.</param>
public sealed record Coverage(int Sources, int Ok, IReadOnlyList<FailingSource> Failing, int Articles);

/// <summary>A source that could not be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Since">When it was last read; null if never.</param>
public sealed record FailingSource(string Name, string Why, DateTimeOffset? Since);

/// <summary>One event, as the asking space may see it.</summary>
/// <param name="Id">Opaque; accepted by <c>/story</c>.</param>
/// <param name="Title">The headline of its most central article, unchanged.</param>
/// <param name="Publishers">Names of the independent publishers, one source of each, the first to report first.</param>
/// <param name="Articles">How many articles of the window report it.</param>
/// <param name="Quotes">Verbatim sentences, in reading order.</param>
public sealed record DigestStory(
    string Id,
    string Title,
    IReadOnlyList<string> Publishers,
    int Articles,
    IReadOnlyList<Citation> Quotes)
{
    /// <summary>Names of publishers that only print what one of these had before; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Reprints { get; init; }

    /// <summary>How many of the last quotes stand there because their figures differ: two, or none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Differing { get; init; }

    /// <summary>
    /// Where the channel was shown something of the story before: the day of the story, counted in UTC from its first article; 0 where
    /// it was not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int UpdateDay { get; init; }

    /// <summary>The first of the quotes whose figures differ; null where none do.</summary>
    [JsonIgnore]
    public Citation? FirstDiffering => Differing > 0 ? Quotes[^Differing] : null;
}

/// <summary>What a digest for one reader goes on from.</summary>
/// <param name="IsAgain">Whether they had caught up before, at the beginning of its window.</param>
/// <param name="Before">The digest that they were shown then; null where they were shown none.</param>
public sealed record CatchUp(bool IsAgain, string? Before);
