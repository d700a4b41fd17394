using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Answers what people write to the bot: in a personal chat, or by a mention in a channel or a group chat.</summary>
internal sealed partial class TeamsMessages(
    TeamsCaller callers,
    TeamsDigests digests,
    TeamsDialogue dialogue,
    TeamsForms forms,
    TeamsAnswers answers,
    TeamsButtons buttons,
    DirectChats direct,
    TeamsMetrics metrics,
    ILogger<TeamsMessages> logger)
{
    private const string Bot = "bot";

    public async Task ReceiveAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellationToken)
    {
        if (!IsFromPerson(turn.Activity))
        {
            return;
        }

        try
        {
            await AnswerAsync(turn, cancellationToken);
        }
        catch (Exception exception) when (Posting.TeamsOutcome.IsAnswer(exception))
        {
            LogNotSent(exception.Message);
            metrics.Failed(turn.Activity.Type);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever asked must hear something, so this catches everything but our own shutdown.
            LogFailed(exception);
            metrics.Failed(turn.Activity.Type);
            await ExcuseAsync(turn, cancellationToken);
        }
    }

    private async Task AnswerAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellationToken)
    {
        string text = TeamsMessageText.Of(turn.Activity);
        if (text.Length == 0 && turn.Activity.Value is { } pressed)
        {
            await buttons.SubmitAsync(turn, pressed, cancellationToken);
            return;
        }

        ChatMessage caller = await callers.OfAsync(turn, cancellationToken) with { Text = text };
        if (forms.Asked(text) is { } asked
            && await forms.FindAsync(asked, turn, caller, new Dictionary<string, string>(), cancellationToken) is { } form)
        {
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Message(form, text)], cancellationToken);
            return;
        }

        string? digest = await digests.FindAsync(turn.Activity, caller.Space, cancellationToken);
        ChatMessage said = caller with { DigestId = digest, IsFollowUp = digest is not null };
        Reply reply = await dialogue.RunAsync(said, cancellationToken);
        if (reply is not Reply.Refusal { IsRepeated: true })
        {
            await answers.SendAsync(turn, reply, said, cancellationToken);
        }

        Phrases phrases = TeamsDialogue.PhrasesOf(said);
        if (said.IsAlone && await direct.TakeTroubleAsync(said, phrases, cancellationToken) is { } trouble)
        {
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Lay(trouble, dialogue.ReaderIn(phrases))], cancellationToken);
        }
    }

    private async Task ExcuseAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        Phrases phrases = callers.PhrasesFor(turn.Activity);
        try
        {
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Lay(phrases.ChatFailed, dialogue.ReaderIn(phrases))], cancellationToken);
        }
        catch (Exception exception) when (Posting.TeamsOutcome.IsAnswer(exception))
        {
            LogNotSent(exception.Message);
        }
    }

    private static bool IsFromPerson(IActivity message) =>
        message.From is { } from && from.Id != message.Recipient?.Id && !string.Equals(from.Role, Bot, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message could not be answered: {Problem}")]
    private partial void LogNotSent(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be answered")]
    private partial void LogFailed(Exception exception);
}
