using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Reads an activity from a request, and no more than the limit.</summary>
internal sealed class ActivityReader(IOptions<BotFrameworkOptions> options)
{
    /// <returns>The activity, or why there is none.</returns>
    public async Task<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Refusal.NotJson);
        }

        int most = options.Value.MaxActivitySize;
        if (request.ContentLength > most)
        {
            return (null, Refusal.TooLarge);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(most + 1);
        try
        {
            // One byte more than allowed, so that a body of unknown length shows that it is too long.
            int length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, most + 1), most + 1, false, cancellationToken);
            return length > most ? (null, Refusal.TooLarge) : Parse(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Without type, channel and conversation nobody could answer it.
    private static (Activity? Activity, Refusal? Refusal) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            Activity? activity = JsonSerializer.Deserialize<Activity>(json, TeamsJson.Options);
            return activity is { Type: not null, ChannelId: not null, Conversation.Id: not null }
                ? (activity, null)
                : (null, Refusal.Unreadable);
        }
        catch (JsonException)
        {
            return (null, Refusal.Unreadable);
        }
    }
}
