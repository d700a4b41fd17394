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
            LogRefused(refusal.Status, refusal.Reason);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused an activity with {Status}: {Reason}")]
    private partial void LogRefused(int status, string reason);
}
