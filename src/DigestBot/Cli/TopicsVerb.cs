using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Topics;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>topics add|list|test|remove</c></summary>
internal static class TopicsVerb
{
    public static Command Create(CliContext context) => new("topics", context.Phrases.VerbTopics)
    {
        CreateAdd(context), CreateList(context), CreateTest(context), CreateRemove(context),
    };

    private static Command CreateAdd(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> name = Name(phrases);
        Option<string?> include = Words("--include", phrases.ParameterTopicInclude, phrases);
        Option<string?> exclude = Words("--exclude", phrases.ParameterTopicExclude, phrases);
        var verb = new Command("add", phrases.VerbTopicsAdd) { name, include, exclude };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            var words = new TopicWords(result.GetValue(include) ?? "", result.GetValue(exclude) ?? "");
            TopicChange change = await session.Get<TopicCatalog>().SaveAsync(session.Space, result.GetValue(name)!, words, cancel);
            return TopicReply.Of(change, session.Phrases) is Reply.OfTopics saved
                ? Show(saved.Topics, session, () => session.Print(saved))
                : session.Fail(((Reply.Refusal)TopicReply.Of(change, session.Phrases)).Sentence);
        }, cancellationToken));
        return verb;
    }

    private static Command CreateList(CliContext context)
    {
        var verb = new Command("list", context.Phrases.VerbTopicsList);
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            IReadOnlyList<Topic> topics = await session.Get<TopicCatalog>().ListAsync(session.Space, cancel);
            return Show(topics, session, () => session.Print(new Reply.OfTopics(topics, Done: null)));
        }, cancellationToken));
        return verb;
    }

    private static Command CreateTest(CliContext context)
    {
        Argument<string?> name = Name(context.Phrases);
        var verb = new Command("test", context.Phrases.VerbTopicsTest) { name };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            TopicTest test = await session.Get<TopicCatalog>().TestAsync(session.Space, result.GetValue(name)!, cancel);
            return session.Show(() => TopicTestView.From(test), Views.Json.TopicTestView, () => session.Print(new Reply.OfTopicTest(test)));
        }, cancellationToken));
        return verb;
    }

    private static Command CreateRemove(CliContext context)
    {
        Argument<string?> name = Name(context.Phrases);
        var verb = new Command("remove", context.Phrases.VerbTopicsRemove) { name };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string wanted = result.GetValue(name)!;
            return await session.Get<TopicCatalog>().RemoveAsync(session.Space, wanted, cancel) is { } removed
                ? Show([removed], session, () => session.Print(session.Phrases.TopicRemoved(removed.Name)))
                : session.Fail(session.Phrases.TopicUnknown(wanted));
        }, cancellationToken));
        return verb;
    }

    private static Argument<string?> Name(Phrases phrases) =>
        CliArgument.Words("NAME", phrases.ParameterTopicName, required: true, CommandLimits.Topic, phrases.TopicTooLong, phrases);

    private static Option<string?> Words(string name, string description, Phrases phrases) =>
        CliOption.Limited(name, "LIST", description, CommandLimits.TopicWords, phrases.TopicWordsTooLong, phrases);

    private static int Show(IReadOnlyList<Topic> topics, VerbSession session, Action human) => session.Show(
        () => new ListView<TopicView>([.. topics.Select(TopicView.From)]), Views.Json.ListViewTopicView, human);
}
