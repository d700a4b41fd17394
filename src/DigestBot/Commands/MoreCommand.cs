using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/more</c>: the digest on screen once more, with more of its stories.</summary>
internal sealed class MoreCommand(DigestComposer composer, SubjectFinder subjects) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("more", phrases => phrases.CommandMore, []);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        (Digest? shown, Conversation conversation) = await subjects.FindAsync(call, cancellationToken);
        if (shown is null)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        // The window of what is shown, not the one asked for: it may have fallen back to older news.
        var request = new DigestRequest(
            call.Message.Space,
            shown.Topic,
            shown.Window.To - shown.Window.From,
            shown.Window.To,
            Math.Min(CommandLimits.MostStories, shown.Stories.Count * 2),
            Sentences: null)
        {
            Also = shown.Also ?? [],
        };
        Digest longer = await composer.ComposeAsync(request, cancellationToken);
        if (longer.Stories.Count <= shown.Stories.Count)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        await subjects.SaveAsync(call, conversation with { DigestId = longer.Id }, cancellationToken);
        return new Reply.OfDigest(longer);
    }
}
