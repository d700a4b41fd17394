using System.Net;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Brings the first response to Discord within its three seconds, and again if it was lost on the way.</summary>
internal sealed partial class FirstResponse(DiscordRestClient rest, TimeProvider clock, ILogger<FirstResponse> logger)
{
    private const int MostAttempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<Acknowledgement> SendAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        var life = new InteractionLife(interaction.ReceivedTimestamp, clock);
        bool mayHaveArrived = false;
        for (int attempt = 1; attempt <= MostAttempts && life.First > TimeSpan.Zero; attempt++)
        {
            // The first attempt leaves time for another one.
            TimeSpan patience = attempt == 1 ? life.First / 2 : life.First;
            var options = new RequestOptions { CancelToken = cancellationToken, Timeout = patience, RetryMode = RetryMode.None };
            try
            {
                await rest.CreateInteractionResponseAsync(interaction.Id, interaction.Token, response, options);
                return Acknowledgement.Taken;
            }
            catch (RateLimitedException exception)
            {
                await WaitAsync(exception.RetryAfter, life, cancellationToken);
            }
            catch (HttpException exception) when (exception.HttpCode < HttpStatusCode.InternalServerError)
            {
                return Refused(interaction, exception, mayHaveArrived);
            }
            catch (Exception exception) when (exception is HttpException or RequestTimeoutException or HttpRequestException)
            {
                mayHaveArrived |= RequestDoubt.MayHaveArrived(exception);
                LogRepeated(interaction.Type, exception.Message);
                await WaitAsync(Pause, life, cancellationToken);
            }
            catch (InvalidRequestBudgetException)
            {
                return Acknowledgement.Lost;
            }
            catch (ArgumentException exception)
            {
                LogFaulty(exception, interaction.Type);
                return Acknowledgement.Faulty;
            }
        }

        return mayHaveArrived ? Acknowledgement.Taken : Acknowledgement.Lost;
    }

    // Where an earlier attempt may have arrived, whoever answered before was this one.
    private Acknowledgement Refused(Interaction interaction, HttpException exception, bool mayHaveArrived)
    {
        switch (exception)
        {
            case { DiscordCode: DiscordErrorCode.InteractionAlreadyAcknowledged }:
                return mayHaveArrived ? Acknowledgement.Taken : Acknowledgement.ByOthers;
            case { HttpCode: HttpStatusCode.BadRequest }:
                LogFaulty(exception, interaction.Type);
                return Acknowledgement.Faulty;
            default:
                return Acknowledgement.Lost;
        }
    }

    private Task WaitAsync(TimeSpan pause, InteractionLife life, CancellationToken cancellationToken) =>
        Task.Delay(pause < life.First ? pause : life.First, clock, cancellationToken);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A response to an interaction {Type} is sent again: {Problem}")]
    private partial void LogRepeated(InteractionType type, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A response to an interaction {Type} is faulty")]
    private partial void LogFaulty(Exception exception, InteractionType type);
}
