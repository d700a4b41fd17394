using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Follows;

/// <summary>Finds where whoever asks is written to directly, and keeps it.</summary>
internal sealed class DirectChats(
    DirectChatStore chats, SpaceStore spaces, ChannelStore channels, IEnumerable<IPersonalChats> platforms)
{
    /// <returns>The conversation, with the space of their own that it is in; or why there is none, in one sentence.</returns>
    public async Task<(OpenChat? Chat, string? Refused)> OpenAsync(CommandCall call, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) switch
        {
            PersonalChat.Open open => (await KeepAsync(call, open, cancellationToken), null),
            PersonalChat.Closed => (null, call.Phrases.DirectChatClosed),
            _ => (null, call.Phrases.DirectChatUnknown),
        };

    /// <summary>Takes the duty to tell whoever asks that what they follow does not reach them any more, where only they hear it.</summary>
    /// <returns>The sentence; null where there is nothing to tell.</returns>
    public async Task<string?> TakeTroubleAsync(ChatMessage message, Phrases phrases, CancellationToken cancellationToken) =>
        await chats.TakeTroubleAsync(message.Person, cancellationToken) ? phrases.FollowsClosed : null;

    private async Task<PersonalChat> FindAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        if (!ChannelRef.TryParse(message.Channel, out ChannelRef? here))
        {
            return new PersonalChat.NotKnown();
        }

        if (message.IsAlone)
        {
            return new PersonalChat.Open(message.Space.Key, here, Reference: null);
        }

        return platforms.FirstOrDefault(platform => platform.Platform == here.Platform) is { } platform
            ? await platform.OpenAsync(new(message.Space.Key, here, message.Person), cancellationToken)
            : new PersonalChat.NotKnown();
    }

    private async Task<OpenChat> KeepAsync(CommandCall call, PersonalChat.Open open, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        Space home = await spaces.GetOrAddAsync(open.SpaceKey, cancellationToken);
        if (open.Reference is { } reference)
        {
            await channels.KeepAsync(home, open.Channel, reference, cancellationToken);
        }

        string zone = message.Own?.TimeZone ?? message.Space.TimeZone;
        return new(home, await chats.KeepAsync(home, open.Channel, (message.Person, zone, call.Phrases.Language), cancellationToken));
    }
}
