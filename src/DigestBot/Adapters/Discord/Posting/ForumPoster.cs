using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Begins a forum post. Discord drops no doubles there, so before another attempt it looks for what an earlier one began.</summary>
internal sealed class ForumPoster(DiscordRestClient rest, PostFinder finder, TimeProvider clock)
{
    // A request whose answer is missing may still be on its way for so long; then it has arrived, or never will.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);

    // Long enough that no attempt comes later, and that the post is still open then.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, long> _doubtful = new(StringComparer.Ordinal);

    public async Task<DeliveryOutcome> PostAsync(
        OutgoingPart part, PostingPlace place, ulong forum, MessageProperties message, CancellationToken cancellationToken)
    {
        if (part.Attempt > 1 && await LookAsync(part, place, forum, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            Channel channel = await rest.GetChannelAsync(forum, PostingRequests.Once(cancellationToken));
            if (Tags(channel, place.Tag) is not { } tags)
            {
                return new DeliveryOutcome.Rejected(
                    $"#{channel.Name} wants a tag on each post, and has none that I may set.", ChannelLost: true);
            }

            var post = new ForumPostProperties
            {
                Name = PostingMessage.NameOf(message),
                AutoArchiveDuration = ThreadArchiveDuration.ThreeDays,
                AppliedTags = tags,
                Message = message,
            };
            Channel begun = await rest.CreateForumPostAsync(forum, post, PostingRequests.Once(cancellationToken));
            _doubtful.TryRemove(part.Nonce, out _);
            return Delivered(begun.Id);
        }
        catch (Exception exception) when (RequestDoubt.MayHaveArrived(exception))
        {
            Remember(part.Nonce);
            throw;
        }
    }

    private async Task<DeliveryOutcome?> LookAsync(
        OutgoingPart part, PostingPlace place, ulong forum, CancellationToken cancellationToken)
    {
        switch (await finder.InForumAsync(part, place, forum, clock.GetUtcNow() - Remembered, cancellationToken))
        {
            case Lookup.Found found:
                return new DeliveryOutcome.Delivered(found.MessageId);
            case Lookup.NotKnown unknown:
                return new DeliveryOutcome.RetryLater(unknown.Reason);
        }

        // An attempt of another process ended when its lease did, longer ago than this.
        return _doubtful.TryGetValue(part.Nonce, out long ended)
            && Settling - clock.GetElapsedTime(ended) is var wait && wait > TimeSpan.Zero
            ? new DeliveryOutcome.RetryLater("An earlier attempt may still be on its way.", wait)
            : null;
    }

    private void Remember(string nonce)
    {
        foreach ((string old, long ended) in _doubtful)
        {
            if (clock.GetElapsedTime(ended) > Remembered)
            {
                _doubtful.TryRemove(old, out _);
            }
        }

        _doubtful[nonce] = clock.GetTimestamp();
    }

    /// <returns>None where none is wanted; null where one is needed and there is none.</returns>
    private static IReadOnlyList<ulong>? Tags(Channel forum, string? wish)
    {
        ForumTag? wished = wish is null
            ? null
            : forum.AvailableTags.FirstOrDefault(tag => string.Equals(tag.Name, wish, StringComparison.OrdinalIgnoreCase));
        if (!forum.Flags.HasFlag(ChannelFlags.RequireTag))
        {
            return wished is null ? [] : [wished.Id];
        }

        ForumTag? any = wished ?? forum.AvailableTags.FirstOrDefault(tag => !tag.Moderated);
        return any is null ? null : [any.Id];
    }

    private static DeliveryOutcome.Delivered Delivered(ulong id) => new(id.ToString(CultureInfo.InvariantCulture));
}
