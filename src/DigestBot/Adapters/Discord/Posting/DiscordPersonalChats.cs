using System.Globalization;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Opens direct messages, and asks servers for their members.</summary>
internal sealed class DiscordPersonalChats(DiscordRestClient rest) : IPersonalChats
{
    public ChatPlatform Platform => ChatPlatform.Discord;

    /// <summary>Whether the person takes messages shows when the first one is sent.</summary>
    public async Task<PersonalChat> OpenAsync(PersonalChatRequest request, CancellationToken cancellationToken)
    {
        if (IdOf(request.Person) is not { } person)
        {
            return new PersonalChat.Closed();
        }

        try
        {
            Channel direct = await rest.CreateDMAsync(person, PostingRequests.Once(cancellationToken));
            return new PersonalChat.Open(KeyOf(person).ToString(), KeyOf(direct.Id), Reference: null);
        }
        catch (HttpException refused) when (refused.IsDiscordsWord && (int)refused.HttpCode is 400 or 403 or 404)
        {
            return new PersonalChat.Closed();
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return new PersonalChat.NotKnown();
        }
    }

    public async Task<bool?> IsMemberAsync(string spaceKey, string person, CancellationToken cancellationToken)
    {
        if (IdOf(spaceKey) is not { } guild || IdOf(person) is not { } user)
        {
            return false;
        }

        try
        {
            await rest.GetGuildMemberAsync(guild, user, PostingRequests.Looking(cancellationToken));
            return true;
        }
        catch (HttpException gone) when (gone.DiscordCode is DiscordErrorCode.UnknownMember or DiscordErrorCode.UnknownUser
            or DiscordErrorCode.UnknownGuild or DiscordErrorCode.MissingAccess)
        {
            return false;
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return null;
        }
    }

    private static ulong? IdOf(string key) => ChannelRef.TryParse(key, out ChannelRef? parsed) ? PlaceFinder.IdOf(parsed) : null;

    private static ChannelRef KeyOf(ulong id) => new(ChatPlatform.Discord, id.ToString(CultureInfo.InvariantCulture));
}
