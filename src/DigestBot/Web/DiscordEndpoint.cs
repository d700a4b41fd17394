using System.Net.Mime;
using System.Text.Json;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Web;

/// <summary>Where Discord brings interactions, if it is told to bring them over HTTP instead of the gateway.</summary>
/// <remarks>Discord demands a public HTTPS address: a reverse proxy passes requests on to this one as they are.</remarks>
internal static class DiscordEndpoint
{
    public const string Path = "/discord/interactions";

    /// <summary>There only where the application's public key is set, since nothing could be trusted without it.</summary>
    public static void MapDiscord(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<DiscordOptions>>().Value is { IsOn: true, PublicKey.Length: > 0 })
        {
            routes.MapPost(Path, TakeAsync);
        }
    }

    private static async Task TakeAsync(HttpContext context)
    {
        TimeProvider clock = context.RequestServices.GetRequiredService<TimeProvider>();
        long arrivedAt = clock.GetTimestamp();
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        IntakeResult result = context.RequestServices.GetRequiredService<InteractionIntake>().Take(
            context.Request.Headers["X-Signature-Ed25519"], context.Request.Headers["X-Signature-Timestamp"], body, arrivedAt);
        context.Response.StatusCode = result switch
        {
            IntakeResult.Ping => StatusCodes.Status200OK,
            IntakeResult.Taken => StatusCodes.Status202Accepted,
            IntakeResult.NotSigned => StatusCodes.Status401Unauthorized,
            IntakeResult.Full => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
        if (result == IntakeResult.Ping)
        {
            context.Response.ContentType = MediaTypeNames.Application.Json;
            await context.Response.WriteAsync(
                JsonSerializer.Serialize(InteractionResponse.Pong(), DiscordJson.Default.InteractionResponse), context.RequestAborted);
        }
    }

    /// <returns>Null where there is more than any interaction has.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > InteractionIntake.MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        byte[] piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + read > InteractionIntake.MostBytes)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
