using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out what the bot says as messages for Discord, each within its limits.</summary>
internal static class DiscordLayout
{
    // Five follow-ups are what an app may send that only a person has installed.
    private const int MostMessages = 5;
    private const int RoomForRemark = 300;
    private const int LongestPage = DiscordLimits.EmbedDescription - RoomForRemark;
    private const int LongestQuestion = 120;

    /// <summary>A digest that a schedule posts: one message for each part. Equal for equal arguments.</summary>
    public static IReadOnlyList<MessageProperties> Lay(DigestPost post, Reader reader)
    {
        Digest digest = post.Digest;
        string[] notices = [.. DigestNotice.For(post, reader), .. digest.Stories.Count > 0 ? Notices(digest, reader) : []];
        IReadOnlyList<DiscordPage> pages = DiscordDigest.Pages(digest, notices, reader);
        return
        [
            .. pages.Select((page, i) => new MessageProperties
            {
                Embeds = [DiscordDigest.Embed(digest, page, i + 1, pages.Count, reader)],
                Components = DiscordButtons.Posted(digest, page, i + 1, reader.Phrases),
            }),
        ];
    }

    /// <summary>One page of a digest that somebody asked for, from 1; a number beyond the ends means the nearest page.</summary>
    public static MessageProperties Page(Digest digest, int number, Reader reader)
    {
        IReadOnlyList<DiscordPage> pages = DiscordDigest.Pages(digest, Notices(digest, reader), reader);
        int shown = Math.Clamp(number, 1, pages.Count);
        return new()
        {
            Embeds = [DiscordDigest.Embed(digest, pages[shown - 1], shown, pages.Count, reader)],
            Components = DiscordButtons.Paged(digest, pages[shown - 1], shown, pages.Count, reader.Phrases),
        };
    }

    /// <summary>What a command answers: one message, or a few in order.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="digestId">The digest that the conversation is about; null where it is about none.</param>
    public static IReadOnlyList<MessageProperties> Lay(Reply reply, Reader reader, string? digestId = null) => reply switch
    {
        Reply.OfDigest { Digest: var digest } => [Page(digest, 1, reader)],
        Reply.OfAnswer { Answer: var answer } => Finish(
            Messages(DiscordReplies.Pages(reply, LongestPage, reader), Title(answer.Question, reader), reader), DiscordButtons.Answered(digestId, reader.Phrases)),
        Reply.OfStory story => Finish(
            Messages(DiscordReplies.Pages(reply, LongestPage, reader), null, reader), DiscordButtons.OfStory(story, reader.Phrases)),
        Reply.OfWhy { Explained: var explained } => Finish(
            Messages(DiscordReplies.Pages(reply, LongestPage, reader), null, reader), DiscordButtons.OfWhy(explained, reader.Phrases)),
        Reply.OfFollows follows => Finish(
            Messages(DiscordReplies.Pages(reply, LongestPage, reader), null, reader), DiscordButtons.OfFollows(follows, reader.Phrases)),
        Reply.Plain { Sentence: var sentence } => [Lay(sentence, reader)],
        Reply.Refusal { Sentence: var sentence } => [Lay(sentence, reader)],
        _ => Messages(DiscordReplies.Pages(reply, LongestPage, reader), null, reader),
    };

    /// <summary>A sentence of the bot's own.</summary>
    public static MessageProperties Lay(string sentence, Reader reader)
    {
        string line = DiscordLines.WithChannels(new DiscordLines(reader.Phrases).Body(sentence));
        return line.Length <= DiscordLimits.Content
            ? new() { Content = line }
            : new() { Embeds = [new() { Description = ShortText.Of(line, DiscordLimits.EmbedDescription) }] };
    }

    /// <summary>
    /// Every quote of a part with its source, its place there, and what became of it; of the whole digest where no part is named.
    /// </summary>
    public static IReadOnlyList<MessageProperties> Sources(
        Digest digest, PartMark? mark, IReadOnlyDictionary<Citation, QuoteCheck> edited, Reader reader) =>
        Messages(DiscordSources.Pages(digest, mark, LongestPage, edited, reader), null, reader);

    private static string[] Notices(Digest digest, Reader reader) => DigestNotice.For(digest, reader) is { } notice ? [notice] : [];

    private static string Title(string question, Reader reader) =>
        DiscordText.Escape(reader.Phrases.Insert(ShortText.Of(question, LongestQuestion)));

    private static MessageProperties[] Messages(IReadOnlyList<DiscordPage> pages, string? title, Reader reader)
    {
        IEnumerable<string> texts = pages.Select(page => page.Text).Take(MostMessages);
        if (pages.Count > MostMessages)
        {
            string remark = new DiscordLines(reader.Phrases).Muted(reader.Phrases.ListCut);
            texts = texts.Select((text, i) => i < MostMessages - 1 ? text : $"{text}\n\n{remark}");
        }

        return [.. texts.Select((text, i) => new Embed { Title = i == 0 ? title : null, Description = text })
            .Select(embed => new MessageProperties { Embeds = [embed] })];
    }

    // Whoever has read it may want more of it.
    private static MessageProperties[] Finish(MessageProperties[] messages, IReadOnlyList<MessageComponent> buttons) =>
        [.. messages[..^1], messages[^1] with { Components = buttons }];
}
