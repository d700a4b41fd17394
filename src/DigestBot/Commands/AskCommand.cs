using DigestBot.Answers;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Commands;

/// <summary>
/// <c>/ask question</c>, and every text that is no command: answers from stored articles, about the message or digest that
/// is referred to, or the digest on screen if there is one.
/// </summary>
internal sealed class AskCommand(AnswerFinder answers, SubjectFinder subjects) : IChatCommand
{
    /// <summary>Older turns no longer say what a question is about.</summary>
    private const int KeptTurns = 10;

    // A question that comes so near is about something that is in the news, even if nothing answers it.
    private const double NearEnough = 0.25;

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
        Subject subject = await subjects.FindAsync(call, cancellationToken);
        return Rejoinder.Read(question) switch
        {
            Rejoinder.Thanks => new Reply.Plain(call.Phrases.Thanked),
            Rejoinder.Since since => await AskAgainAsync(call, subject, since, cancellationToken),
            _ => await AskAsync(call, subject, question, call.Arguments.Window(Window, otherwise: null), cancellationToken),
        };
    }

    private async Task<Reply> AskAgainAsync(CommandCall call, Subject subject, Rejoinder.Since since, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConversationTurn> turns = subject.Conversation.Turns;
        if (turns.Count == 0)
        {
            return new Reply.Refusal(call.Phrases.NothingAskedYet);
        }

        Subject before = subject with { Conversation = subject.Conversation with { Turns = [.. turns.SkipLast(1)] } };
        return await AskAsync(call, before, turns[^1].Question, since.Window, cancellationToken);
    }

    private async Task<Reply> AskAsync(
        CommandCall call, Subject subject, string question, TimeSpan? window, CancellationToken cancellationToken)
    {
        string? topic = call.Arguments.Text(Topic);
        string? quoted = QuotedBy(call.Message);

        // A named topic, or another message, is a new subject: what was said before must not bend it.
        bool isNew = topic is not null || quoted is not null;
        Answer answer = await answers.AskAsync(
            new(
                call.Message.Space,
                question,
                topic,
                window,
                isNew ? null : subject.Digest,
                isNew ? [] : subject.Conversation.Turns)
            {
                Quoted = topic is null ? quoted : null,
            },
            cancellationToken);
        await subjects.SaveAsync(
            call,
            subject.Conversation with { Turns = [.. subject.Conversation.Turns.Append(Turn(question, quoted, answer)).TakeLast(KeptTurns)] },
            cancellationToken);
        return new Reply.OfAnswer(answer);
    }

    // A message that was pointed at is not kept. The few words of it that were looked for are, so that the next question can
    // follow; so are those of a question that says nothing, such as "why?".
    private static ConversationTurn Turn(string question, string? quoted, Answer answer)
    {
        bool saysSomething = quoted is null && TextAnalyzer.Terms(question).Count > 0;
        bool begins = saysSomething && answer.Query == question && (answer.Answered || answer.Confidence >= NearEnough);
        return new(saysSomething ? question : answer.Query, begins, [.. answer.Quotes.Select(Range)]);
    }

    private static QuotedRange Range(Citation quote) =>
        new(ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0, quote.Start, quote.Length);

    // A digest says better what it is about than the text of its post does.
    private static string? QuotedBy(ChatMessage message) => message switch
    {
        { DigestId: not null } or { Quoted: null } => null,
        { Quoted: var text } when string.IsNullOrWhiteSpace(text) => null,
        { Quoted: var text } => text.Length <= CommandLimits.Quoted ? text : text[..CommandLimits.Quoted],
    };
}
