using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters;

/// <summary>The bot's own lines around a digest, the same in every layout and free of markup.</summary>
internal static class DigestFrame
{
    private const int MostNamed = 8;

    public static string Topic(Digest digest, Reader reader) =>
        digest.Story is not null ? reader.Phrases.StoryFollowed : digest.Topic is { } topic ? reader.Phrases.Insert(topic) : reader.Phrases.AllNews;

    public static string Heading(Digest digest, Reader reader) =>
        $"{Topic(digest, reader)} · {reader.Moment(digest.Asked.To)} ({reader.Phrases.Insert(reader.ZoneName)})";

    public static string Coverage(Digest digest, Reader reader)
    {
        string coverage = reader.Phrases.DigestCoverage(
            digest.Stories.Count, digest.Coverage.Articles, digest.Coverage.Ok, digest.Coverage.Sources);
        IEnumerable<string?> parts = [coverage, Only(digest, reader), Also(digest, reader)];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? Only(Digest digest, Reader reader) =>
        digest.Only is { } names ? reader.Phrases.SearchedOnly(reader.Phrases.NarrowSources(Some(names, reader.Phrases))) : null;

    /// <summary>By which names it was found as well; null where by none.</summary>
    public static string? Also(Digest digest, Reader reader) =>
        digest.Also is { } names ? reader.Phrases.DigestAlso(Some(names, reader.Phrases)) : null;

    public static IEnumerable<string> Silent(Digest digest, Reader reader) => digest.Coverage.Failing.Select(
        source => source.Since is { } since
            ? reader.Phrases.SourceSilentSince(source.Name, reader.Date(since), source.Why)
            : reader.Phrases.SourceNeverRead(source.Name, source.Why));

    /// <summary>Who reports a story and who only reprints, after the word that it is an update where it is one.</summary>
    public static string Publishers(DigestStory story, Reader reader)
    {
        IEnumerable<string> parts =
        [
            .. story.UpdateDay > 0 ? [reader.Phrases.StoryUpdate(story.UpdateDay)] : (string[])[],
            reader.Phrases.StoryPublishers(story.Publishers.Count, Some(story.Publishers, reader.Phrases)),
            .. story.Reprints is { } reprints ? [reader.Phrases.StoryReprints(Some(reprints, reader.Phrases))] : (string[])[],
        ];
        return string.Join(" · ", parts);
    }

    private static string Some(IReadOnlyList<string> names, Phrases phrases) => names.Count <= MostNamed
        ? phrases.List(names)
        : phrases.AndMore(phrases.List(names.Take(MostNamed)), names.Count - MostNamed);
}
