using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>Finds what a message is about: the digest that it refers to by itself, otherwise the one that the conversation shows.</summary>
/// <remarks>
/// What somebody keeps to themselves is a conversation of their own within the channel: nobody else's questions are read
/// in its light. It begins with what the channel shows.
/// </remarks>
internal sealed class SubjectFinder(DigestArchive archive, ConversationStore conversations)
{
    public async Task<Subject> FindAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        Conversation conversation = await conversations.FindAsync(message.Space, Place(call), cancellationToken);
        if (call.IsPrivate && conversation is { DigestId: null, Turns: [] })
        {
            conversation = await conversations.FindAsync(message.Space, message.Channel, cancellationToken);
        }

        Digest? digest = (message.DigestId ?? conversation.DigestId) is { } id
            ? await archive.FindAsync(message.Space, id, cancellationToken)
            : null;

        // Another digest is another subject: earlier questions were not about it.
        return message.DigestId is null || message.DigestId == conversation.DigestId
            ? new(digest, conversation)
            : new(digest, new(digest?.Id ?? conversation.DigestId, []));
    }

    public Task SaveAsync(CommandCall call, Conversation conversation, CancellationToken cancellationToken) =>
        conversations.SaveAsync(call.Message.Space, Place(call), conversation, cancellationToken);

    // No platform's id holds a space. Where nobody else reads along, there is one conversation.
    private static string Place(CommandCall call) =>
        call.IsPrivate && !call.Message.IsAlone ? $"{call.Message.Channel} {call.Message.Person}" : call.Message.Channel;
}
