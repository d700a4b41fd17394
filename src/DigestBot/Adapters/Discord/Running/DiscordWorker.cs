using System.Net;
using DigestBot.Adapters.Discord.Menu;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Delivery;
using DigestBot.Discord;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Keeps the bot connected to Discord, for as long as the host runs. What fails here stops nothing else.</summary>
internal sealed partial class DiscordWorker(
    DiscordRestClient rest,
    DiscordAccount account,
    MenuRegistrar menu,
    ShardOwner shards,
    Backoff backoff,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    ILogger<DiscordWorker> logger) : BackgroundService
{
    private const int AuthenticationFailed = 4004;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            Application application = await UntilDoneAsync(account.ApplicationAsync, "reach Discord", stoppingToken);
            LogIsConnected(application.Name, application.Id);
            Task registered = UntilDoneAsync(RegisterAsync, "register the commands", stoppingToken);
            int total = options.Value.Shards > 0
                ? options.Value.Shards
                : (await UntilDoneAsync(token => rest.GetGatewayBotAsync(token), "ask for the gateway", stoppingToken)).Shards;
            if (await shards.RunAsync(Math.Max(1, total), stoppingToken) is { } fatal)
            {
                End(fatal);
            }

            await registered;
        }
        catch (HttpException exception) when (exception.HttpCode == HttpStatusCode.Unauthorized)
        {
            account.Refused();
            LogTokenRefused();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> RegisterAsync(CancellationToken cancellationToken)
    {
        try
        {
            await menu.RegisterAsync(cancellationToken);
        }
        catch (HttpException refused) when (refused.HttpCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            LogNotRegistered(refused.Message); // the same request would be refused again
        }

        return true;
    }

    // Discord or the network may be away for hours. A token that is not accepted does not become better by itself.
    private async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<T>> attempt, string what, CancellationToken stopping)
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                return await attempt(stopping);
            }
            catch (Exception exception) when (IsPassing(exception) && !stopping.IsCancellationRequested)
            {
                LogFailed(what, exception.Message);
            }

            await Task.Delay(backoff.After(failures, LongestPause), clock, stopping);
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is StoreException
        || (PostingOutcome.IsAnswer(exception) && exception is not HttpException { HttpCode: HttpStatusCode.Unauthorized });

    private void End(GatewayClosedException fatal)
    {
        if (fatal.CloseCode is null or AuthenticationFailed)
        {
            account.Refused();
            LogTokenRefused();
        }
        else
        {
            LogGatewayClosed(fatal.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord knows this bot as {Name}, application {ApplicationId}")]
    private partial void LogIsConnected(string name, ulong applicationId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not {What} yet; trying again: {Reason}")]
    private partial void LogFailed(string what, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord does not take the commands, so what it had stays: {Reason}")]
    private partial void LogNotRegistered(string reason);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Discord does not accept the bot's token, so nothing is sent there and nobody is answered; everything else goes on. "
            + "Reset the token on the Bot page of your application in the Developer Portal, set Discord__Token, and restart.")]
    private partial void LogTokenRefused();

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody is answered on Discord any more; digests are still posted. {Reason} Then restart.")]
    private partial void LogGatewayClosed(string reason);
}
