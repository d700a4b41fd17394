using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Adapters;

/// <summary>Lays topics out as plain lines.</summary>
internal static class TopicLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply.OfTopics shown, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        return shown.Topics.Count == 0 ? [TextLine.Of(phrases.TopicsNone)]
            :
            [
                TextLine.Of(shown.Done ?? phrases.TopicsFound(shown.Topics.Count), TextRole.Heading),
                .. shown.Topics.SelectMany(topic => Topic(topic, phrases)),
            ];
    }

    public static IReadOnlyList<TextLine> Lay(TopicTest test, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        IEnumerable<TextLine> hint =
        [
            .. test.IsDefined ? [] : (TextLine[])[TextLine.Of(phrases.TopicTestUndefined(test.Name), TextRole.Muted)],
            .. test.Names.Count == 0 ? [] : (TextLine[])[TextLine.Of(phrases.TopicTestNames(phrases.List(test.Names)), TextRole.Muted)],
            .. test.Also.Count == 0 ? [] : (TextLine[])[TextLine.Of(phrases.TopicTestAlso(phrases.List(test.Also)), TextRole.Muted)],
        ];
        return
        [
            TextLine.Of(phrases.TopicTestFound(test.Name, test.Matched), TextRole.Heading),
            TextLine.Of(reader.Window(test.Window), TextRole.Muted),
            .. hint,
            .. test.Newest.SelectMany(match => Match(match, reader)),
            .. test.LeftOut > 0 ? [TextLine.Of(phrases.TopicTestLeftOut(test.LeftOut), TextRole.Heading)] : (TextLine[])[],
            .. test.NewestLeftOut.SelectMany(match => Match(match, reader)),
        ];
    }

    private static IEnumerable<TextLine> Topic(Topic topic, Phrases phrases)
    {
        yield return TextLine.Of(phrases.Insert(topic.Name), TextRole.Title, Indent, Indent);
        yield return TextLine.Of(phrases.TopicFinds(phrases.List(TopicPattern.Split(topic.Words.Include))), TextRole.Muted, 2 * Indent);
        if (topic.Words.Exclude.Length > 0)
        {
            yield return TextLine.Of(phrases.TopicLeavesOut(phrases.List(TopicPattern.Split(topic.Words.Exclude))), TextRole.Muted, 2 * Indent);
        }
    }

    private static IEnumerable<TextLine> Match(TopicMatch match, Reader reader) =>
    [
        .. ListText.Article(match.Article, reader),
        TextLine.Of(reader.Phrases.TopicFoundBy(reader.Phrases.List(match.By)), TextRole.Muted, 2 * Indent),
    ];
}
