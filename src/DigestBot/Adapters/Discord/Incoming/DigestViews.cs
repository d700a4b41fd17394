using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Shows a stored digest again: another page of it, or where its quotes stand.</summary>
/// <remarks>Invariant: a digest is looked up for a space that may see it; one of any other is as if there were none.</remarks>
internal sealed class DigestViews(DigestArchive archive, DigestVerifier verifier, DiscordDialogue dialogue)
{
    public async Task<InteractionAnswer> PageAsync(
        Space space, string digestId, string? page, ChatMessage reader, bool isPrivate, CancellationToken cancellationToken) =>
        await archive.FindAsync(space, digestId, cancellationToken) is { } digest
            ? new InteractionAnswer.Change(DiscordLayout.Page(digest, Number(page), dialogue.ReaderOf(reader, isPrivate)))
            : Gone(reader);

    public async Task<InteractionAnswer> SourcesAsync(
        Space space, string digestId, PartMark? part, ChatMessage reader, CancellationToken cancellationToken) =>
        await archive.FindAsync(space, digestId, cancellationToken) is { } digest
            ? new InteractionAnswer.Say(DiscordLayout.Sources(
                digest, part, await verifier.EditedAsync(space, digest, cancellationToken), dialogue.ReaderOf(reader, isPrivate: true)), IsPrivate: true)
            : Gone(reader);

    /// <summary>Has the digest's topic brought to whoever asks, and offers its stories one by one.</summary>
    public async Task<InteractionAnswer> FollowAsync(Space space, string digestId, ChatMessage reader, CancellationToken cancellationToken)
    {
        Phrases phrases = DiscordDialogue.PhrasesOf(reader);
        if (await archive.FindAsync(space, digestId, cancellationToken) is not { } digest)
        {
            return Gone(reader);
        }

        InteractionAnswer.Say answer = digest.Topic is { } topic
            ? await dialogue.RunAsync(reader, FollowCommand.Name, new Dictionary<string, string> { [FollowWords.Topic] = topic }, cancellationToken)
            : dialogue.Refuse(phrases.FollowNoTopic, phrases);
        return answer with
        {
            Messages = [answer.Messages[0] with { Components = DiscordButtons.Stories(digest, phrases) }, .. answer.Messages.Skip(1)],
        };
    }

    private InteractionAnswer.Say Gone(ChatMessage reader)
    {
        Phrases phrases = DiscordDialogue.PhrasesOf(reader);
        return dialogue.Refuse(phrases.DigestNotKept, phrases);
    }

    private static int Number(string? page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
}
