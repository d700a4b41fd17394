using System.Globalization;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Posts one part where it belongs: in the channel, in the digest's own thread, or as a forum post.</summary>
internal sealed partial class PartPoster(
    DiscordRestClient rest, ForumPoster forum, Crossposter crosspost, IOptions<DiscordOptions> options, ILogger<PartPoster> logger)
{
    // The digest is posted already: what comes beside it must not keep its next part waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>How it ended, where that is no refusal.</returns>
    /// <exception cref="HttpException">Discord refused it.</exception>
    public async Task<DeliveryOutcome> PostAsync(OutgoingPart part, PostingPlace place, ulong target, CancellationToken cancellationToken)
    {
        MessageProperties message = PostingMessage.Of(part, place);
        if (place.Kind == PostingKind.Forum)
        {
            return ThreadOf(part) is { } post
                ? await SendAsync(post, message, part, cancellationToken)
                : await forum.PostAsync(part, place, target, message, cancellationToken);
        }

        if (!WantsThread(place))
        {
            return await SendInChannelAsync(part, place, target, message, cancellationToken);
        }

        if (ThreadOf(part) is { } thread)
        {
            return await SendInThreadAsync(part, target, thread, message, cancellationToken);
        }

        DeliveryOutcome outcome = await SendInChannelAsync(part, place, target, message, cancellationToken);
        if (part.Part == 1 && outcome is DeliveryOutcome.Delivered delivered && Id(delivered.MessageId) is { } first)
        {
            await BeginThreadAsync(target, first, PostingMessage.NameOf(message), cancellationToken);
        }

        return outcome;
    }

    /// <summary>The thread or post that holds a part which follows another: it has the id of the first message.</summary>
    public static ulong? ThreadOf(OutgoingPart part) => part.Part > 1 ? Id(part.FirstMessageId) : null;

    /// <summary>Whether digests get threads of their own there.</summary>
    public bool WantsThread(PostingPlace place) =>
        place is { Kind: PostingKind.Plain or PostingKind.Announcement, GuildId: not null }
        && (place.ThreadPerDigest ?? options.Value.ThreadPerDigest);

    private async Task<DeliveryOutcome> SendInChannelAsync(
        OutgoingPart part, PostingPlace place, ulong target, MessageProperties message, CancellationToken cancellationToken)
    {
        DeliveryOutcome outcome = await SendAsync(target, message, part, cancellationToken);
        if (outcome is DeliveryOutcome.Delivered { MessageId: var posted } && Id(posted) is { } id)
        {
            await crosspost.PublishAsync(place, target, id, Patience, cancellationToken);
        }

        return outcome;
    }

    // The thread may not be there: this process, or an earlier one, died before it was begun. Where it cannot be begun, the
    // part is worth more than its place.
    private async Task<DeliveryOutcome> SendInThreadAsync(
        OutgoingPart part, ulong channel, ulong thread, MessageProperties message, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(thread, message, part, cancellationToken);
        }
        catch (HttpException missing) when (missing.DiscordCode == DiscordErrorCode.UnknownChannel)
        {
            ulong home = await BeginThreadAsync(channel, thread, PostingMessage.NameOf(message), cancellationToken) ? thread : channel;
            return await SendAsync(home, message, part, cancellationToken);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(
        ulong channel, MessageProperties message, OutgoingPart part, CancellationToken cancellationToken)
    {
        try
        {
            Message posted = await rest.CreateMessageAsync(channel, message, PostingRequests.Once(cancellationToken));
            return new DeliveryOutcome.Delivered(posted.Id.ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpException gone) when (gone.DiscordCode == DiscordErrorCode.UnknownMessage)
        {
            // Discord remembers the nonce: it was posted by an earlier attempt, and somebody has deleted it since.
            LogDeleted(part.Channel, part.Part, part.Parts);
            return new DeliveryOutcome.Delivered(part.FirstMessageId ?? part.Nonce);
        }
    }

    private async Task<bool> BeginThreadAsync(ulong channel, ulong messageId, string name, CancellationToken cancellationToken)
    {
        try
        {
            RequestOptions once = PostingRequests.Once(cancellationToken) with { Timeout = Patience };
            await rest.CreateThreadFromMessageAsync(channel, messageId, new ThreadProperties { Name = name }, once);
            return true;
        }
        catch (HttpException exists) when (exists.DiscordCode == DiscordErrorCode.ThreadAlreadyCreatedForMessage)
        {
            return true;
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            LogNoThread(channel, exception.Message);
            return false;
        }
    }

    private static ulong? Id(string? messageId) =>
        ulong.TryParse(messageId, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Part {Part} of {Parts} in {Channel} was posted before, and has been deleted there")]
    private partial void LogDeleted(ChannelRef channel, int part, int parts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A digest in channel {Channel} got no thread: {Reason}")]
    private partial void LogNoThread(ulong channel, string reason);
}
