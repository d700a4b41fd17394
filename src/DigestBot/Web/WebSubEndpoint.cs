using System.Net.Mime;
using DigestBot.Ingest.WebSub;
using DigestBot.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DigestBot.Web;

/// <summary>Where hubs confirm what they were asked for, and tell of news. There only where a public address is set.</summary>
/// <remarks>A reverse proxy passes requests on to it as they are.</remarks>
internal static class WebSubEndpoint
{
    private const string Pattern = $"{HubCallback.Path}{{callback:length(64)}}";

    /// <summary>So many may be sent to us at the same time; more are asked to come again.</summary>
    private const int MostAtOnce = 32;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    public static void MapWebSub(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<WebSubOptions>>().Value.IsOn)
        {
            return;
        }

        var room = new SemaphoreSlim(MostAtOnce, MostAtOnce);
        routes.MapGet(Pattern, ConfirmAsync);
        routes.MapPost(Pattern, (string callback, HttpContext context, HubCallback hubs) => TakeAsync(callback, context, hubs, room));
    }

    // Told as plain text that no browser takes for anything else: what is repeated was chosen by whoever asks.
    private static async Task<Results<ContentHttpResult, NotFound, StatusCodeHttpResult>> ConfirmAsync(
        string callback, HttpContext context, HubCallback hubs)
    {
        IQueryCollection query = context.Request.Query;
        var request = new HubRequest(One("hub.mode"), One("hub.topic"), One("hub.challenge"), One("hub.lease_seconds"), One("hub.reason"));
        try
        {
            if (!await hubs.ConfirmAsync(callback, request, context.RequestAborted))
            {
                return TypedResults.NotFound();
            }
        }
        catch (StoreException)
        {
            return Busy(context);
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Text(request.Challenge ?? "", MediaTypeNames.Text.Plain);

        string? One(string name) => query[name] is [{ } only] ? only : null;
    }

    private static async Task<StatusCodeHttpResult> TakeAsync(string callback, HttpContext context, HubCallback hubs, SemaphoreSlim room)
    {
        if (!room.Wait(0, CancellationToken.None))
        {
            return Busy(context);
        }

        try
        {
            PingOutcome outcome = await hubs.TakeAsync(
                callback, context.Request.Headers["X-Hub-Signature"], context.Request.Body, context.RequestAborted);
            return TypedResults.StatusCode(outcome switch
            {
                PingOutcome.Unknown => StatusCodes.Status410Gone,
                PingOutcome.TooSlow => StatusCodes.Status408RequestTimeout,
                PingOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status202Accepted,
            });
        }
        catch (StoreException)
        {
            return Busy(context);
        }
        catch (BadHttpRequestException broken)
        {
            return TypedResults.StatusCode(broken.StatusCode);
        }
        finally
        {
            room.Release();
        }
    }

    // What was not noted was not taken: the hub is to send it again.
    private static StatusCodeHttpResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ((int)Later.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
