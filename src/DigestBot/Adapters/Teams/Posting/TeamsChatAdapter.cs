using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Adapters.Teams.Posting;

/// <summary>Posts to Teams: one request for each part, and a sentence for whatever the service says to it.</summary>
internal sealed class TeamsChatAdapter(TeamsPlaces places, TeamsPoster poster, TeamsPreflight preflight) : IChatAdapter
{
    public ChatPlatform Platform => ChatPlatform.Teams;

    // Teams takes 30 requests a second of an app in an organization, some of them for people who wait, and 60 in 30 seconds in
    // one conversation. It drops no doubles, and a bot cannot read what stands in a channel: nobody can look back.
    public ChatLimits Limits { get; } = new(
        PerSecond: 25, BetweenParts: TimeSpan.FromSeconds(1), NonceWindow: TimeSpan.Zero, CanLookBack: false);

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader) => [.. TeamsLayout.Lay(post, reader).Select(TeamsBody.Write)];

    public string Lay(string sentence, Reader reader) => TeamsBody.Write(TeamsLayout.Lay(sentence, reader));

    public async Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(part.Channel, part.Reference, cancellationToken) is not { } place)
        {
            return new DeliveryOutcome.Rejected(
                "Nobody has ever written to the bot there, so it does not know the way; mention it there once.", ChannelLost: true);
        }

        string where = NameOf(place);
        try
        {
            return places.Trust(place)
                ? await poster.PostAsync(part, place, cancellationToken)
                : TeamsOutcome.Of(new DigestBot.Teams.UntrustedServiceUrlException(), where);
        }
        catch (Exception exception) when (TeamsOutcome.IsAnswer(exception))
        {
            return TeamsOutcome.Of(exception, where);
        }
    }

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<Lookup>(new Lookup.NotKnown("A bot cannot read what stands in Teams"));

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        preflight.CheckAsync(request, cancellationToken);

    private static string NameOf(TeamsPlace place) => place switch
    {
        { Name: { Length: > 0 } name } => VisibleText.Of(name),
        { TeamId: not null } => "the channel",
        _ => "this chat",
    };
}
