using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Posts to Discord: one request for each part, and a sentence for whatever Discord says to it.</summary>
internal sealed class DiscordChatAdapter(
    DiscordRestClient rest,
    DiscordAccount account,
    PlaceFinder places,
    PartPoster poster,
    PostFinder finder,
    ChannelPreflight preflight) : IChatAdapter
{
    public ChatPlatform Platform => ChatPlatform.Discord;

    // Discord takes 50 requests a second over all, and some are for people who wait; about five in five seconds in one
    // channel. "The past few minutes" is what it says of nonces.
    public ChatLimits Limits { get; } = new(
        PerSecond: 45, BetweenParts: TimeSpan.FromSeconds(1.2), NonceWindow: TimeSpan.FromMinutes(2), CanLookBack: true);

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader) => [.. DiscordLayout.Lay(post, reader).Select(DiscordBody.Write)];

    public string Lay(string sentence, Reader reader) => DiscordBody.Write(DiscordLayout.Lay(sentence, reader));

    public async Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        if (account.IsRefused)
        {
            return PostingOutcome.NoToken;
        }

        if (PlaceFinder.IdOf(part.Channel) is not { } id)
        {
            return new DeliveryOutcome.Rejected($"{part.Channel} is no channel of Discord.", ChannelLost: true);
        }

        string where = "the channel";
        try
        {
            if (await places.FindAsync(part.Channel, part.Reference, cancellationToken) is not { } place)
            {
                return new DeliveryOutcome.Rejected("The channel is of a kind that holds no messages.", ChannelLost: true);
            }

            where = NameOf(place);
            return await poster.PostAsync(part, place, place.ConversationId ?? id, cancellationToken);
        }
        catch (HttpException refused) when (refused.DiscordCode == DiscordErrorCode.ThreadArchived)
        {
            return await UnarchiveAsync(PartPoster.ThreadOf(part) ?? id, where, refused, cancellationToken);
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            places.Changed(id); // a refusal may mean that what is kept of the place is old
            return await ExplainAsync(part, PostingOutcome.Of(exception, where), where, exception, cancellationToken);
        }
    }

    public async Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (account.IsRefused || PlaceFinder.IdOf(part.Channel) is not { } id)
        {
            return new Lookup.NotKnown("Discord cannot be asked");
        }

        try
        {
            return await places.FindAsync(part.Channel, part.Reference, cancellationToken) is { } place
                ? await FindAsync(part, place, place.ConversationId ?? id, since, cancellationToken)
                : new Lookup.NotKnown("The channel holds no messages");
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return new Lookup.NotKnown($"Discord did not tell what stands in the channel: {TrailNote.Of(exception)}");
        }
    }

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        preflight.CheckAsync(request, cancellationToken);

    private async Task<Lookup> FindAsync(
        OutgoingPart part, PostingPlace place, ulong target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ulong? thread = place.Kind == PostingKind.Forum || poster.WantsThread(place) ? PartPoster.ThreadOf(part) : null;
        if (thread is { } own && await InThreadAsync(part, own, since, cancellationToken) is { } lookup and not Lookup.Missing)
        {
            return lookup;
        }

        return place.Kind != PostingKind.Forum ? await finder.InChannelAsync(part, target, since, cancellationToken)
            : thread is null ? await finder.InForumAsync(part, place, target, since, cancellationToken)
            : new Lookup.Missing();
    }

    private async Task<Lookup> InThreadAsync(OutgoingPart part, ulong thread, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            return await finder.InChannelAsync(part, thread, since, cancellationToken);
        }
        catch (HttpException missing) when (missing.DiscordCode == DiscordErrorCode.UnknownChannel)
        {
            return new Lookup.Missing();
        }
    }

    // One attempt sends once, so the part goes with the next one.
    private async Task<DeliveryOutcome> UnarchiveAsync(ulong thread, string where, HttpException refused, CancellationToken cancellationToken)
    {
        try
        {
            await rest.UnarchiveThreadAsync(thread, PostingRequests.Once(cancellationToken));
            return PostingOutcome.Of(refused, where);
        }
        catch (HttpException locked) when (locked.IsDiscordsWord && (int)locked.HttpCode is 400 or 403)
        {
            return new DeliveryOutcome.Rejected($"{where} is archived, and I may not open it again: give me Manage Threads.", ChannelLost: true);
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return new DeliveryOutcome.RetryLater($"{where} is archived, and could not be opened yet.");
        }
    }

    // "A permission is missing" is of little use to whoever has to give it.
    private async Task<DeliveryOutcome> ExplainAsync(
        OutgoingPart part, DeliveryOutcome outcome, string where, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is HttpException { HttpCode: System.Net.HttpStatusCode.Unauthorized })
        {
            account.Refused();
        }

        if (exception is not HttpException { DiscordCode: DiscordErrorCode.InsufficientPermissions or DiscordErrorCode.MissingAccess })
        {
            return outcome;
        }

        var request = new PreflightRequest(SpaceKey: null, part.Channel, part.Reference, part.MentionRole, Phrases.English);
        return await preflight.CheckAsync(request, cancellationToken) is Preflight.Missing { What: var missing }
            ? new DeliveryOutcome.Rejected($"I can't post in {where}: missing {string.Join(", ", missing)}.", ChannelLost: true)
            : outcome;
    }

    private static string NameOf(PostingPlace place) => place switch
    {
        { GuildId: null } => "this conversation",
        { Name: { Length: > 0 } name } => $"#{name}",
        _ => "the channel",
    };
}
