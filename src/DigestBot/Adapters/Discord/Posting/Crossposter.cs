using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Publishes what stands in announcement channels to the channels that follow them: as well as Discord lets us.</summary>
/// <remarks>
/// Discord allows about ten an hour in one channel. A digest whose further parts are not published still stands where it was
/// posted, so nothing waits for it. An attempt that is made again publishes again, which changes nothing.
/// </remarks>
internal sealed partial class Crossposter(DiscordRestClient rest, IOptions<DiscordOptions> options, ILogger<Crossposter> logger)
{
    public async Task PublishAsync(PostingPlace place, ulong channel, ulong messageId, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (place.Kind != PostingKind.Announcement || !(place.Crosspost ?? options.Value.Crosspost))
        {
            return;
        }

        try
        {
            await rest.CrosspostMessageAsync(channel, messageId, PostingRequests.Once(cancellationToken) with { Timeout = patience });
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            LogNotPublished(channel, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A message in announcement channel {Channel} was not published: {Reason}")]
    private partial void LogNotPublished(ulong channel, string reason);
}
