using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Teams;

/// <summary>From a request to an activity that may be believed: token, then body, then what the one says of the other.</summary>
internal sealed partial class ActivityReceiver(
    ChannelTokenGuard tokens, ActivityReader reader, ChannelGuard channel, ILogger<ActivityReceiver> logger)
{
    /// <returns>The activity, or why there is none.</returns>
    public async Task<(Activity? Activity, Refusal? Refusal)> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        (Activity? activity, Refusal? refusal) = await CheckedAsync(request, cancellationToken);
        if (refusal is not null)
        {
            // Whoever finds the address can send what is refused with 401; the log is not theirs to fill.
            LogRefused(
                refusal.Status == StatusCodes.Status401Unauthorized ? LogLevel.Debug : LogLevel.Warning, refusal.Status, refusal.Reason);
        }

        return (activity, refusal);
    }

    private async Task<(Activity? Activity, Refusal? Refusal)> CheckedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        (ChannelToken? token, Refusal? refusal) = await tokens.CheckAsync(request.HttpContext, cancellationToken);
        if (token is null)
        {
            return (null, refusal);
        }

        (Activity? activity, refusal) = await reader.ReadAsync(request, cancellationToken);
        if (activity is null)
        {
            return (null, refusal);
        }

        return await channel.CheckAsync(activity, token, cancellationToken) is { } mismatch ? (null, mismatch) : (activity, null);
    }

    [LoggerMessage(Message = "Refused an activity with {Status}: {Reason}")]
    private partial void LogRefused(LogLevel level, int status, string reason);
}
