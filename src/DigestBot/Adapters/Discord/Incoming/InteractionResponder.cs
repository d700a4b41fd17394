using System.Net;
using DigestBot.Chat;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers an interaction at once if its answer is ready soon, and otherwise keeps it open and answers later.</summary>
/// <remarks>
/// Nothing is stored meanwhile: if the process ends in between, the answer is lost and nothing else. What is too late is
/// not sent, and what came too late is not even begun, so that nobody's command runs after they were told that it failed.
/// </remarks>
internal sealed partial class InteractionResponder(
    FirstResponse first, DiscordRestClient rest, InteractionMetrics metrics, TimeProvider clock, ILogger<InteractionResponder> logger)
{
    /// <summary>Carries the plan out. Ends when everything was said, or nothing more can be.</summary>
    /// <param name="interaction">What is answered.</param>
    /// <param name="plan">It does not throw, except when cancelled.</param>
    /// <param name="phrases">For what the responder itself has to say.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task AnswerAsync(Interaction interaction, InteractionPlan plan, Phrases phrases, CancellationToken cancellationToken)
    {
        InteractionEnd end;
        try
        {
            end = await RunAsync(interaction, plan, phrases, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException || IsGone(exception))
        {
            end = InteractionEnd.Late;
        }
        catch (Exception exception) when (exception is HttpException or TimeoutException or HttpRequestException or InvalidRequestBudgetException or ArgumentException)
        {
            LogFailed(exception, interaction.Type);
            end = InteractionEnd.Failed;
        }

        metrics.Ended(interaction.Type, end);
    }

    private async Task<InteractionEnd> RunAsync(Interaction interaction, InteractionPlan plan, Phrases phrases, CancellationToken cancellationToken)
    {
        var life = new InteractionLife(interaction.ReceivedTimestamp, clock);
        if (life.First == TimeSpan.Zero)
        {
            LogLate(interaction.Type, life.Elapsed.TotalSeconds);
            return InteractionEnd.Late;
        }

        using var late = new CancellationTokenSource(life.All, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(either.Token);
        Task patience = Task.Delay(life.Patience(plan.Deferral), clock, waiting.Token);
        Task<InteractionAnswer> answering = plan.AnswerAsync(either.Token);
        try
        {
            await Task.WhenAny(answering, patience);
            await waiting.CancelAsync();
            return answering.IsCompleted
                ? await AnswerNowAsync(interaction, await answering, phrases, either.Token)
                : await AnswerLaterAsync(interaction, plan.Deferral, answering, phrases, either.Token);
        }
        finally
        {
            // What nobody can be told any more need not be found out.
            await either.CancelAsync();
            await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<InteractionEnd> AnswerNowAsync(
        Interaction interaction, InteractionAnswer answer, Phrases phrases, CancellationToken cancellationToken)
    {
        Acknowledgement acknowledgement = await RespondAsync(interaction, Response(answer), cancellationToken);
        switch (acknowledgement, answer)
        {
            case (Acknowledgement.Taken, InteractionAnswer.Say say):
                await FollowUpAsync(interaction, say.Messages.Skip(1), say.IsPrivate, cancellationToken);
                return InteractionEnd.Answered;
            case (Acknowledgement.Taken, _):
                return InteractionEnd.Answered;
            case (Acknowledgement.ByOthers, InteractionAnswer.Say say):
                await FollowUpAsync(interaction, say.Messages, say.IsPrivate, cancellationToken);
                return InteractionEnd.Answered;
            case (Acknowledgement.Faulty, not InteractionAnswer.Offer):
                await RespondAsync(interaction, Response(Excuse(phrases.ChatFailed, phrases)), cancellationToken);
                return InteractionEnd.Failed;
            case (Acknowledgement.ByOthers, _):
                return InteractionEnd.Ignored;
            default:
                return InteractionEnd.Late;
        }
    }

    private async Task<InteractionEnd> AnswerLaterAsync(
        Interaction interaction, Deferral deferral, Task<InteractionAnswer> answering, Phrases phrases, CancellationToken cancellationToken)
    {
        if (deferral == Deferral.Never)
        {
            return await AnswerNowAsync(interaction, Excuse(phrases.FormTooSlow, phrases), phrases, cancellationToken);
        }

        metrics.Deferred(interaction.Type);
        InteractionResponse response = deferral == Deferral.Change
            ? InteractionResponse.DeferUpdate()
            : InteractionResponse.Defer(ephemeral: deferral == Deferral.Private);
        Acknowledgement acknowledgement = await RespondAsync(interaction, response, cancellationToken);
        if (acknowledgement is Acknowledgement.Lost or Acknowledgement.Faulty)
        {
            return InteractionEnd.Late;
        }

        InteractionAnswer answer = await answering.WaitAsync(cancellationToken);
        bool holdsPlace = acknowledgement == Acknowledgement.Taken && deferral != Deferral.Change;
        try
        {
            await SayAsync(interaction, answer, holdsPlace, cancellationToken);
            return InteractionEnd.Answered;
        }
        catch (Exception exception) when (IsFaulty(exception))
        {
            LogFailed(exception, interaction.Type);
            await SayAsync(interaction, Excuse(phrases.ChatFailed, phrases), holdsPlace, cancellationToken);
            return InteractionEnd.Failed;
        }
    }

    /// <param name="holdsPlace">True where a first message of ours stands there and waits to be written.</param>
    private async Task SayAsync(Interaction interaction, InteractionAnswer answer, bool holdsPlace, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case InteractionAnswer.Say say when holdsPlace:
                await WriteAsync(interaction, say.Messages[0], cancellationToken);
                await FollowUpAsync(interaction, say.Messages.Skip(1), say.IsPrivate, cancellationToken);
                break;
            case InteractionAnswer.Say say:
                await FollowUpAsync(interaction, say.Messages, say.IsPrivate, cancellationToken);
                break;
            case InteractionAnswer.Change change:
                await WriteAsync(interaction, change.Message, cancellationToken);
                break;
        }
    }

    private Task<Message> WriteAsync(Interaction interaction, MessageProperties message, CancellationToken cancellationToken) =>
        rest.ModifyOriginalResponseAsync(interaction.ApplicationId, interaction.Token, message, cancellationToken);

    private async Task FollowUpAsync(
        Interaction interaction, IEnumerable<MessageProperties> messages, bool isPrivate, CancellationToken cancellationToken)
    {
        foreach (MessageProperties message in messages)
        {
            await rest.CreateFollowupAsync(interaction.ApplicationId, interaction.Token, For(message, isPrivate), cancellationToken);
        }
    }

    private async Task<Acknowledgement> RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        Acknowledgement acknowledgement = await first.SendAsync(interaction, response, cancellationToken);
        if (acknowledgement == Acknowledgement.Taken)
        {
            metrics.Responded(interaction.Type, clock.GetElapsedTime(interaction.ReceivedTimestamp));
        }
        else
        {
            LogNotTaken(interaction.Type, acknowledgement, clock.GetElapsedTime(interaction.ReceivedTimestamp).TotalSeconds);
        }

        return acknowledgement;
    }

    private static InteractionResponse Response(InteractionAnswer answer) => answer switch
    {
        InteractionAnswer.Say say => InteractionResponse.Message(For(say.Messages[0], say.IsPrivate)),
        InteractionAnswer.Change change => InteractionResponse.Update(change.Message),
        InteractionAnswer.Open open => InteractionResponse.Modal(open.Form),
        InteractionAnswer.Offer offer => InteractionResponse.Autocomplete(offer.Choices),
        _ => throw new InvalidOperationException($"No response for {answer.GetType().Name}."),
    };

    private static MessageProperties For(MessageProperties message, bool isPrivate) =>
        isPrivate ? message with { Flags = (message.Flags ?? MessageFlags.None) | MessageFlags.Ephemeral } : message;

    private InteractionAnswer.Say Excuse(string sentence, Phrases phrases) =>
        new([DiscordLayout.Lay(sentence, Reader.In(phrases, "Etc/UTC", clock))], IsPrivate: true);

    private static bool IsFaulty(Exception exception) =>
        exception is ArgumentException or HttpException { HttpCode: HttpStatusCode.BadRequest };

    // The token has expired, or whoever asked has dismissed what was to be written.
    private static bool IsGone(Exception exception) => exception is HttpException { HttpCode: HttpStatusCode.NotFound or HttpStatusCode.Unauthorized };

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction {Type} came {Seconds:0.0} s late and is dropped; is this machine overloaded?")]
    private partial void LogLate(InteractionType type, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first response to an interaction {Type} ended as {Acknowledgement} after {Seconds:0.0} s")]
    private partial void LogNotTaken(InteractionType type, Acknowledgement acknowledgement, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer to an interaction {Type} could not be sent")]
    private partial void LogFailed(Exception exception, InteractionType type);
}
