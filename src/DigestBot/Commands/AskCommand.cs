using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>
/// <c>/ask question</c>, and every text that is no command: answers from stored articles, about the digest on screen if
/// there is one.
/// </summary>
internal sealed class AskCommand(
    AnswerFinder answers, DigestArchive archive, ConversationStore conversations) : IChatCommand
{
    /// <summary>Older turns no longer say what a question is about.</summary>
    private const int KeptQuestions = 10;

    private const string Topic = "topic";
    private const string Window = "window";

    public CommandDefinition Definition { get; } = new(CommandText.Ask, phrases => phrases.CommandAsk,
    [
        new(CommandText.Question, ParameterKind.Question, true, false, phrases => phrases.ParameterQuestion),
        new(Topic, ParameterKind.Topic, false, true, phrases => phrases.ParameterTopic),
        new(Window, ParameterKind.Window, false, true, phrases => phrases.ParameterWindow),
    ]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        (Space space, string channel) = (call.Message.Space, call.Message.Channel);
        string question = call.Arguments.Text(CommandText.Question)!;
        string? topic = call.Arguments.Text(Topic);
        TimeSpan? since = call.Arguments.Window(Window, otherwise: null);
        Conversation conversation = await conversations.FindAsync(space, channel, cancellationToken);

        // A named topic is a new subject: what was said before must not bend it.
        Digest? context = topic is null && conversation.DigestId is { } id
            ? await archive.FindAsync(space, id, cancellationToken)
            : null;
        IReadOnlyList<string> earlier = topic is null ? conversation.Questions : [];

        Answer answer = await answers.AskAsync(
            new(space, question, topic, since, context, earlier), cancellationToken);
        await conversations.SaveAsync(
            space,
            channel,
            conversation with { Questions = [.. conversation.Questions.Append(question).TakeLast(KeptQuestions)] },
            cancellationToken);
        return new Reply.OfAnswer(answer);
    }
}
