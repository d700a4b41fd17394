using System.Net;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Teams;

/// <content>Inbound.</content>
public sealed partial class CloudAdapter : IBotFrameworkHttpAdapter
{
    private const string ComeAgainAfter = "5"; // seconds

    /// <inheritdoc/>
    /// <remarks>
    /// An invoke is answered when the bot has. Anything else is answered at once with 202, and its turn comes in the
    /// background; one that came before is answered in the same way, and dropped.
    /// </remarks>
    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        (Activity? activity, Refusal? refusal) = await _receiver.ReceiveAsync(httpRequest, cancellationToken);
        if (activity is null)
        {
            Refuse(httpResponse, refusal!);
        }
        else if (activity.Type == ActivityTypes.Invoke)
        {
            InvokeResponse answer = await _invokes.RunAsync(token => AnswerAsync(activity, bot, token), cancellationToken);
            await WriteAsync(httpResponse, answer, cancellationToken);
        }
        else if (await QueueAsync(new QueuedTurn(activity, bot), cancellationToken))
        {
            httpResponse.StatusCode = StatusCodes.Status202Accepted;
        }
        else
        {
            Refuse(httpResponse, Refusal.Busy);
        }
    }

    /// <summary>Runs one turn, through the middleware.</summary>
    /// <returns>The turn; null where it failed, and <see cref="BotAdapter.OnTurnError"/> has seen to it.</returns>
    internal async Task<ITurnContext?> RunTurnAsync(Activity activity, IBot bot, CancellationToken cancellationToken)
    {
        var turn = new TurnContext(this, activity);
        return await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken) ? turn : null;
    }

    private async Task<InvokeResponse> AnswerAsync(Activity activity, IBot bot, CancellationToken cancellationToken) =>
        await RunTurnAsync(activity, bot, cancellationToken) is { } turn
            ? turn.TurnState.Get<InvokeResponse>() ?? InvokeResponse.Of(HttpStatusCode.NotImplemented)
            : InvokeResponse.Of(HttpStatusCode.InternalServerError);

    // Remembered before it is queued, so that of two that come together one is taken; forgotten again if there is no room.
    private async Task<bool> QueueAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        string conversation = turn.Activity.Conversation!.Id!;
        if (turn.Activity.Id is not { Length: > 0 } id)
        {
            return _queue.TryAdd(turn);
        }

        if (!await _memory.TryAddAsync(conversation, id, cancellationToken) || _queue.TryAdd(turn))
        {
            return true;
        }

        await _memory.ForgetAsync(conversation, id, CancellationToken.None);
        return false;
    }

    private static void Refuse(HttpResponse response, Refusal refusal)
    {
        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = ComeAgainAfter;
        }
    }

    private static Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        return answer.Body is null
            ? Task.CompletedTask
            : response.WriteAsJsonAsync(answer.Body, answer.Body.GetType(), TeamsJson.Options, cancellationToken);
    }
}
