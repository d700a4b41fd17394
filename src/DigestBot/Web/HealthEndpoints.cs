using DigestBot.Schedules.Engine;
using DigestBot.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>For supervisors: /health/live says that the process answers, /health/ready that its store does too and its schedules run.</summary>
internal static class HealthEndpoints
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    private static StatusCodeHttpResult NotReady => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Live, () => TypedResults.Text("ok"));
        routes.MapGet(Ready, IsReadyAsync);
    }

    // What is wrong with the store may name paths and hosts; that is for the log and `doctor`, not for whoever asks here.
    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> IsReadyAsync(
        StoreHealth store, SchedulerEngine scheduler, CancellationToken cancellationToken)
    {
        try
        {
            await store.PingAsync(cancellationToken);
            return scheduler.IsRunning ? TypedResults.Text("ok") : NotReady;
        }
        catch (StoreException)
        {
            return NotReady;
        }
    }
}
