using DigestBot.Commands.People;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/more</c>: the digest on screen once more, with more of its stories.</summary>
internal sealed class MoreCommand(DigestComposer composer, CatchUpDesk desk, SubjectFinder subjects) : IChatCommand
{
    public const string Name = "more";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandMore, [CommandDefinition.PrivateParameter]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        (Digest? shown, Conversation conversation) = await subjects.FindAsync(call, cancellationToken);
        if (shown is null)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        if (shown.Story is not null)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        int stories = Math.Min(CommandLimits.MostStories, shown.Stories.Count * 2);
        Digest longer = shown.CatchUp is { } begin
            ? await desk.TellMoreAsync(call.Message.Space, call.Message.Person, shown, begin, stories, cancellationToken)
            : await composer.ComposeAsync(Longer(call.Message.Space, shown, stories), cancellationToken);
        if (longer.Stories.Count <= shown.Stories.Count)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        await subjects.SaveAsync(call, conversation with { DigestId = longer.Id }, cancellationToken);
        return new Reply.OfDigest(longer);
    }

    // The window of what is shown, not the one asked for: it may have fallen back to older news.
    private static DigestRequest Longer(Space space, Digest shown, int stories) =>
        new(space, shown.Topic, shown.Window.To - shown.Window.From, shown.Window.To, stories, Sentences: null) { Also = shown.Also ?? [] };
}
