using System.CommandLine;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary><c>ask QUESTION</c></summary>
internal static class AskVerb
{
    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> question = CliArgument.Words(
            "QUESTION", phrases.ParameterQuestion, true, CommandLimits.Question, phrases.QuestionTooLong, phrases);
        Option<string?> topic = CliOption.Limited(
            "--topic", "TOPIC", phrases.OptionTopic, CommandLimits.Topic, phrases.TopicTooLong, phrases);
        Option<Since?> since = CliOption.Since(phrases);
        Option<string?> about = CliOption.Text("--context", "DIGEST_ID", phrases.OptionContext, phrases);
        var verb = new Command("ask", phrases.CommandAsk) { question, topic, since, about };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(
            result,
            true,
            (session, cancel) => AskAsync(
                session, result.GetValue(question)!, result.GetValue(topic), result.GetValue(since)?.Span, result.GetValue(about), cancel),
            cancellationToken));
        return verb;
    }

    private static async Task<int> AskAsync(
        VerbSession session, string text, string? topic, TimeSpan? since, string? digestId, CancellationToken cancellationToken)
    {
        Digest? digest = null;
        if (digestId is not null)
        {
            digest = await session.Get<DigestArchive>().FindAsync(session.Space, digestId, cancellationToken);
            if (digest is null)
            {
                return session.Fail(session.Phrases.DigestUnknown(digestId));
            }
        }

        AskedScope asked = await session.Get<AskedScopeReader>().ReadAsync(session.Space, text, cancellationToken);
        if (asked.IsUnknown)
        {
            return session.Fail(asked.Unknown!.Refuse(session.Phrases));
        }

        // Alone it has no question before it that could be asked again.
        string question = asked.Question.Length > 0 ? asked.Question : text;
        var request = new AskRequest(session.Space, question, topic, since, digest, Earlier: []) { Language = asked.Language, Outlet = asked.Outlet, Unknown = asked.Unknown };
        Answer answer = await session.Get<AnswerFinder>().AskAsync(request, cancellationToken);
        return session.Show(
            () => View(session, answer),
            Views.Json.AnswerView,
            () => session.Print(new Reply.OfAnswer(answer)));
    }

    // The document has no place for a remark, and nothing else may stand beside it.
    private static AnswerView View(VerbSession session, Answer answer)
    {
        if (answer.Searched.Unknown is { } unknown)
        {
            session.Notice(unknown.Remark(session.Phrases));
        }

        return AnswerView.From(answer);
    }
}
