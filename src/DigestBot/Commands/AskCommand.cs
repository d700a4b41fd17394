using DigestBot.Answers;
using DigestBot.Summaries;

namespace DigestBot.Commands;

/// <summary>
/// <c>/ask question</c>, and every text that is no command: answers from stored articles, about the message or digest that
/// is referred to, or the digest on screen if there is one.
/// </summary>
internal sealed class AskCommand(AnswerFinder answers, SubjectFinder subjects) : IChatCommand
{
    /// <summary>Older turns no longer say what a question is about.</summary>
    private const int KeptQuestions = 10;

    private const string Topic = "topic";
    private const string Window = "window";

    public CommandDefinition Definition { get; } = new(CommandText.Ask, phrases => phrases.CommandAsk,
    [
        new(CommandText.Question, ParameterKind.Question, true, false, phrases => phrases.ParameterQuestion),
        new(Topic, ParameterKind.Topic, false, true, phrases => phrases.ParameterTopic) { Suggests = SuggestionSource.Topics },
        new(Window, ParameterKind.Window, false, true, phrases => phrases.ParameterWindow) { Suggests = SuggestionSource.Windows },
        CommandDefinition.PrivateParameter,
    ]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string question = call.Arguments.Text(CommandText.Question)!;
        string? topic = call.Arguments.Text(Topic);
        Subject subject = await subjects.FindAsync(call, cancellationToken);
        string? quoted = QuotedBy(call.Message);

        // A named topic, or another message, is a new subject: what was said before must not bend it.
        bool isNew = topic is not null || quoted is not null;
        Answer answer = await answers.AskAsync(
            new(
                call.Message.Space,
                question,
                topic,
                call.Arguments.Window(Window, otherwise: null),
                isNew ? null : subject.Digest,
                isNew ? [] : subject.Conversation.Questions)
            {
                Quoted = topic is null ? quoted : null,
            },
            cancellationToken);

        // The message itself is not kept. The few words of it that were looked for are, so that the next question can follow; so
        // are those of a question that says nothing, such as "why?".
        string kept = quoted is null && TextAnalyzer.Terms(question).Count > 0 ? question : answer.Query;
        await subjects.SaveAsync(
            call,
            subject.Conversation with { Questions = [.. subject.Conversation.Questions.Append(kept).TakeLast(KeptQuestions)] },
            cancellationToken);
        return new Reply.OfAnswer(answer);
    }

    // A digest says better what it is about than the text of its post does.
    private static string? QuotedBy(ChatMessage message) => message switch
    {
        { DigestId: not null } or { Quoted: null } => null,
        { Quoted: var text } when string.IsNullOrWhiteSpace(text) => null,
        { Quoted: var text } => text.Length <= CommandLimits.Quoted ? text : text[..CommandLimits.Quoted],
    };
}
