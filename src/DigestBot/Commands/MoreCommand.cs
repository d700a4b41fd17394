using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/more</c>: the digest on screen once more, with more of its stories.</summary>
internal sealed class MoreCommand(
    DigestComposer composer, DigestArchive archive, ConversationStore conversations) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("more", phrases => phrases.CommandMore, []);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        (Space space, string channel) = (call.Message.Space, call.Message.Channel);
        Conversation conversation = await conversations.FindAsync(space, channel, cancellationToken);
        Digest? shown = conversation.DigestId is { } id
            ? await archive.FindAsync(space, id, cancellationToken)
            : null;
        if (shown is null)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        // The window of what is shown, not the one asked for: it may have fallen back to older news.
        var request = new DigestRequest(
            space,
            shown.Topic,
            shown.Window.To - shown.Window.From,
            shown.Window.To,
            Math.Min(CommandLimits.MostStories, shown.Stories.Count * 2),
            Sentences: null);
        Digest longer = await composer.ComposeAsync(request, cancellationToken);
        if (longer.Stories.Count <= shown.Stories.Count)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        await conversations.SaveAsync(space, channel, conversation with { DigestId = longer.Id }, cancellationToken);
        return new Reply.OfDigest(longer);
    }
}
