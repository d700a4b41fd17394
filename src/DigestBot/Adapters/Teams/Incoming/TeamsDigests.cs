using System.Text.Json;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Finds the digest that a message is about: by the post that it answers, or that its thread began from.</summary>
/// <remarks>A bot cannot read messages in Teams, so it is told by what was posted, as the outbox keeps it.</remarks>
internal sealed class TeamsDigests(PostStore posts, ConversationStore conversations)
{
    /// <summary>A thread that nothing was said in yet talks about the digest that it began from.</summary>
    /// <returns>The digest that is answered by itself, such as by quoting it in a chat; null where it is the conversation's.</returns>
    public async Task<string?> FindAsync(IActivity message, Space space, CancellationToken cancellationToken)
    {
        if (TeamsMessageText.Answered(message) is not { } answered
            || await posts.BodyAsync(space, TeamsKeys.Place(message), answered, cancellationToken) is not { } body
            || DigestOf(body) is not { } digest)
        {
            return null;
        }

        if (ThreadId.Root(message.Conversation!.Id!) is null)
        {
            return digest;
        }

        string place = TeamsKeys.Of(message.Conversation.Id!).ToString();
        if (await conversations.FindAsync(space, place, cancellationToken) is { DigestId: null, Turns: [] })
        {
            await conversations.SaveAsync(space, place, new(digest, []), cancellationToken);
        }

        return null;
    }

    private static string? DigestOf(string body)
    {
        try
        {
            return (TeamsBody.Read(body).Attachments ?? [])
                .SelectMany(attachment => attachment.Content is { ValueKind: JsonValueKind.Object } card
                    && card.TryGetProperty("actions", out JsonElement actions) ? actions.EnumerateArray() : [])
                .Select(action => action.TryGetProperty("data", out JsonElement data) ? TeamsAction.Read(data)?.DigestId : null)
                .FirstOrDefault(id => id is not null);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
