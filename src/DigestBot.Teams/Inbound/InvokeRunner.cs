using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Answers invokes while their callers wait, and in time, whatever the bot does.</summary>
internal sealed partial class InvokeRunner(
    IOptions<BotFrameworkOptions> options, TimeProvider clock, ILogger<InvokeRunner> logger) : IDisposable
{
    private readonly SemaphoreSlim _room = new(options.Value.MaxConcurrentInvokes);

    /// <param name="turn">The bot's turn; it is cancelled at the deadline.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    public async Task<InvokeResponse> RunAsync(Func<CancellationToken, Task<InvokeResponse>> turn, CancellationToken cancellationToken)
    {
        if (!await _room.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return InvokeResponse.Of(HttpStatusCode.ServiceUnavailable);
        }

        TimeSpan patience = options.Value.InvokeDeadline;
        var deadline = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);

        // On a thread of its own: a bot that blocks must not block the deadline.
        Task<InvokeResponse> answer = Task.Run(() => AnswerAsync(turn, deadline), CancellationToken.None);
        try
        {
            return await answer.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogLate(patience);
            return InvokeResponse.Of(HttpStatusCode.GatewayTimeout);
        }
    }

    public void Dispose() => _room.Dispose();

    // Keeps its place until the turn has really ended, so that bots that hang cannot pile up. Lets nothing through:
    // past the deadline nobody waits for it.
    private async Task<InvokeResponse> AnswerAsync(
        Func<CancellationToken, Task<InvokeResponse>> turn, CancellationTokenSource deadline)
    {
        try
        {
            return await turn(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return InvokeResponse.Of(HttpStatusCode.GatewayTimeout);
        }
        catch (Exception exception)
        {
            LogFailed(exception);
            return InvokeResponse.Of(HttpStatusCode.InternalServerError);
        }
        finally
        {
            deadline.Dispose();
            _room.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An invoke was not answered within {Deadline}")]
    private partial void LogLate(TimeSpan deadline);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of an invoke failed")]
    private partial void LogFailed(Exception exception);
}
