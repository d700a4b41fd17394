using System.Globalization;
using System.Net;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Says before the first digest what would keep it from being posted.</summary>
/// <remarks>
/// Invariant: fine and missing are said only of a channel that belongs to the asking space; the operator's channels are all of
/// them. Whether somebody else's channel exists is not told.
/// </remarks>
internal sealed class ChannelPreflight(
    DiscordRestClient rest, DiscordAccount account, ChannelRights rights, PlaceFinder places, PartPoster poster)
{
    public async Task<Preflight> CheckAsync(PreflightRequest request, CancellationToken cancellationToken)
    {
        if (account.IsRefused)
        {
            return new Preflight.NotKnown("Discord does not accept the bot's token");
        }

        if (PlaceFinder.IdOf(request.Channel) is not { } id)
        {
            return new Preflight.ChannelUnknown();
        }

        try
        {
            PostingPlace kept = PostingPlace.Read(request.Reference);
            Channel channel = await places.AskAsync(id, kept, cancellationToken);
            return await CheckAsync(request, channel, kept, id, cancellationToken);
        }
        catch (HttpException hidden) when (hidden.DiscordCode == DiscordErrorCode.MissingAccess)
        {
            return await IsOursAsync(request, id, cancellationToken)
                ? new Preflight.Missing([PermissionNames.Of(GuildPermission.ViewChannel, request.Phrases)])
                : new Preflight.ChannelUnknown();
        }
        catch (HttpException unknown) when (unknown is
        {
            IsDiscordsWord: true, HttpCode: HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest,
        })
        {
            return new Preflight.ChannelUnknown();
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return new Preflight.NotKnown($"Discord did not answer: {TrailNote.Of(exception)}");
        }
    }

    private async Task<Preflight> CheckAsync(
        PreflightRequest request, Channel channel, PostingPlace kept, ulong id, CancellationToken cancellationToken)
    {
        if (!BelongsTo(request.SpaceKey, channel))
        {
            return new Preflight.NotInSpace();
        }

        if (PlaceFinder.KindOf(channel.Type) is not { } kind)
        {
            return new Preflight.ChannelUnknown();
        }

        if (channel.GuildId is not { } guildId)
        {
            return new Preflight.Fine();
        }

        PostingPlace place = kept with { Kind = kind, GuildId = guildId };
        GuildPermission missing = await MissingAsync(channel, place, request.MentionRole, cancellationToken);
        return missing == GuildPermission.None
            ? new Preflight.Fine()
            : new Preflight.Missing(PermissionNames.Each(missing, request.Phrases));
    }

    private async Task<GuildPermission> MissingAsync(
        Channel channel, PostingPlace place, string? mentionRole, CancellationToken cancellationToken)
    {
        (GuildPermission granted, Guild guild) = await rights.OfAsync(channel, cancellationToken);
        if (!granted.HasFlag(GuildPermission.ViewChannel))
        {
            return GuildPermission.ViewChannel; // without it nothing else is granted, and nothing can be said of it
        }

        bool locked = channel.ThreadMetadata is { Locked: true };
        return Needed(place, Role(guild, mentionRole), locked) & ~granted;
    }

    private GuildPermission Needed(PostingPlace place, Role? mentioned, bool locked)
    {
        GuildPermission needed = GuildPermission.ViewChannel | GuildPermission.EmbedLinks | GuildPermission.ReadMessageHistory;
        needed |= place.Kind switch
        {
            PostingKind.Thread => GuildPermission.SendMessagesInThreads,
            PostingKind.Forum => GuildPermission.SendMessages | GuildPermission.SendMessagesInThreads,
            _ when poster.WantsThread(place) =>
                GuildPermission.SendMessages | GuildPermission.CreatePublicThreads | GuildPermission.SendMessagesInThreads,
            _ => GuildPermission.SendMessages,
        };
        needed |= mentioned is { Mentionable: false } ? GuildPermission.MentionEveryone : GuildPermission.None;
        return needed | (locked ? GuildPermission.ManageThreads : GuildPermission.None);
    }

    private static Role? Role(Guild guild, string? mentionRole) =>
        PostingMessage.RoleOf(mentionRole, guild.Id) is { } id ? guild.Roles.FirstOrDefault(role => role.Id == id) : null;

    private static bool BelongsTo(string? spaceKey, Channel channel)
    {
        if (spaceKey is null)
        {
            return true;
        }

        ulong? owner = channel.GuildId
            ?? (channel is { Type: ChannelType.DM, Recipients: [{ Id: var person }] } ? person : null);
        return owner is { } id && spaceKey == KeyOf(id);
    }

    // A channel of the space's own server that the bot cannot see is what people get wrong most often.
    private async Task<bool> IsOursAsync(PreflightRequest request, ulong id, CancellationToken cancellationToken)
    {
        if (!ChannelRef.TryParse(request.SpaceKey, out ChannelRef? space) || PlaceFinder.IdOf(space) is not { } guild)
        {
            return false;
        }

        try
        {
            IReadOnlyList<Channel> channels = await rest.GetGuildChannelsAsync(guild, PostingRequests.Once(cancellationToken));
            return channels.Any(channel => channel.Id == id);
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return false;
        }
    }

    private static string KeyOf(ulong id) => new ChannelRef(ChatPlatform.Discord, id.ToString(CultureInfo.InvariantCulture)).ToString();
}
