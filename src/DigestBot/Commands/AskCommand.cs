using DigestBot.Answers;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Commands;

/// <summary>
/// <c>/ask question</c>, and every text that is no command: answers from stored articles, about the message or digest that
/// is referred to, or the digest on screen if there is one.
/// </summary>
internal sealed class AskCommand(
    AnswerFinder answers, AskedScopeReader scopes, OutletFinder outlets, SubjectFinder subjects, TopicTalker talker, QuoteTracer tracer,
    ArticleCounter counter, DigestNarrower narrower, TimeProvider clock) : IChatCommand
{
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
        string text = call.Arguments.Text(CommandText.Question)!;
        var given = new TurnScope(call.Arguments.Text(Topic), Seconds(call.Arguments.Window(Window, otherwise: null)), null, null);
        switch (Rejoinder.Read(text))
        {
            case Rejoinder.Thanks:
                return new Reply.Plain(call.Phrases.Thanked);
            case Rejoinder.Hello when call.Message.Quoted is null:
                return new Reply.Plain(call.Phrases.Greeted);
            case Rejoinder.Source when call.Message.Quoted is null:
                return await TraceAsync(call, text, cancellationToken);
            case Rejoinder.Since since:
                return await AskAgainAsync(call, given with { Seconds = Seconds(since.Window) }, cancellationToken);
        }

        if (await talker.TellAsync(call, text, cancellationToken) is { } news)
        {
            return news;
        }

        AskedScope asked = await scopes.ReadAsync(call.Message.Space, text, cancellationToken);
        if (asked.IsUnknown)
        {
            return new Reply.Refusal(asked.Unknown!.Refuse(call.Phrases));
        }

        TurnScope scope = given with { Language = asked.Language, Outlet = asked.OutletName };
        return asked.Question.Length == 0
            ? await AskAgainAsync(call, scope, cancellationToken)
            : await AskAsync(call, await subjects.FindAsync(call, cancellationToken), asked.Question, scope, (asked.Outlet, asked.Unknown), cancellationToken);
    }

    // Who said what was shown last. That asks for nothing new: the conversation stays where it is.
    private async Task<Reply> TraceAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        Subject subject = await subjects.FindAsync(call, cancellationToken);
        IReadOnlyList<Citation> sources = subject.Conversation.Turns is [.., var last]
            ? await tracer.TraceAsync(call.Message.Space, last, cancellationToken)
            : [];
        if (sources.Count == 0)
        {
            return new Reply.Plain(call.Phrases.NothingToTrace);
        }

        var request = new AskRequest(call.Message.Space, text, Topic: null, Since: null, Context: null, Earlier: []);
        var answer = new Answer(text, text, true, 1, sources, [], await counter.CountAsync(request, NewsWindow.Until(clock.GetUtcNow()), cancellationToken));
        return new Reply.OfAnswer(answer);
    }

    // The last question once more, where it was looked for, but for what is said otherwise now; or the digest, where nothing was asked of it.
    private async Task<Reply> AskAgainAsync(CommandCall call, TurnScope now, CancellationToken cancellationToken)
    {
        Subject subject = await subjects.FindAsync(call, cancellationToken);
        TurnScope then = subject.Conversation.LastAsked?.Scope ?? TurnScope.Everywhere;
        var scope = new TurnScope(now.Topic ?? then.Topic, now.Seconds ?? then.Seconds, now.Language ?? then.Language, now.Outlet ?? then.Outlet);
        Outlet? outlet = scope.Outlet is { } name ? await outlets.FindAsync(call.Message.Space, name, isLoose: true, cancellationToken) : null;
        if (scope.Outlet is not null && outlet is null)
        {
            return new Reply.Refusal((await outlets.UnknownAsync(call.Message.Space, scope.Outlet, cancellationToken)).Refuse(call.Phrases));
        }

        if (subject.Conversation.LastAsked is not { } last)
        {
            return await narrower.NarrowAsync(call, subject.Digest, now, outlet, cancellationToken) ?? new Reply.Refusal(call.Phrases.NothingAskedYet);
        }

        Subject before = subject with { Conversation = subject.Conversation with { Turns = [.. subject.Conversation.Turns.TakeWhile(turn => turn != last)] } };
        return await AskAsync(call, before, last.Question, scope, (outlet, null), cancellationToken);
    }

    private async Task<Reply> AskAsync(
        CommandCall call, Subject subject, string question, TurnScope scope, (Outlet? Meant, UnknownOutlet? Unknown) outlet, CancellationToken cancellationToken)
    {
        string? quoted = QuotedBy(call.Message);

        // A named topic, or another message, is a new subject: what was said before must not bend it.
        bool isNew = scope.Topic is not null || quoted is not null;
        Answer answer = await answers.AskAsync(
            new(
                call.Message.Space,
                question,
                scope.Topic,
                scope.Since,
                isNew ? null : subject.Digest,
                isNew ? [] : subject.Conversation.Turns)
            {
                Quoted = scope.Topic is null ? quoted : null,
                Language = scope.Language,
                Outlet = outlet.Meant,
                Unknown = outlet.Unknown,
            },
            cancellationToken);
        ConversationTurn turn = Turn(question, quoted, answer) with { Scope = scope == TurnScope.Everywhere ? null : scope };
        await subjects.SaveAsync(call, subject.Conversation.With(turn), cancellationToken);
        return new Reply.OfAnswer(answer);
    }

    private static long? Seconds(TimeSpan? window) => window is { } span ? (long)span.TotalSeconds : null;

    // A message that was pointed at is not kept. The few words of it that were looked for are, so that the next question can
    // follow; so are those of a question that says nothing, such as "why?".
    private static ConversationTurn Turn(string question, string? quoted, Answer answer)
    {
        bool saysSomething = quoted is null && TextAnalyzer.Terms(question).Count > 0;
        bool begins = saysSomething && answer.Query == question && (answer.Answered || answer.Confidence >= NearEnough);
        string asked = saysSomething ? question : answer.Query;
        return new(asked, begins, [.. answer.Quotes.Select(QuotedRange.Of)])
        {
            Query = answer.Query == asked ? null : answer.Query,
        };
    }

    // A digest says better what it is about than the text of its post does.
    private static string? QuotedBy(ChatMessage message) => message switch
    {
        { DigestId: not null } or { Quoted: null } => null,
        { Quoted: var text } when string.IsNullOrWhiteSpace(text) => null,
        { Quoted: var text } => text.Length <= CommandLimits.Quoted ? text : text[..CommandLimits.Quoted],
    };
}
