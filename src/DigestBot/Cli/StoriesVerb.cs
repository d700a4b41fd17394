using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary><c>stories [TOPIC]</c></summary>
internal static class StoriesVerb
{
    private const int UsualStories = 20;

    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> topic = CliArgument.Words(
            "TOPIC", phrases.ParameterTopic, false, CommandLimits.Topic, phrases.TopicTooLong, phrases);
        Option<Since?> since = CliOption.Since(phrases);
        Option<int?> max = CliOption.Number("--max", 1, CommandLimits.MostListed, phrases.OptionMax, phrases);
        var verb = new Command("stories", phrases.VerbStories) { topic, since, max };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            IReadOnlyList<StoryListing> stories = await session.Get<StoryCatalog>().ListAsync(
                session.Space,
                result.GetValue(topic),
                result.GetValue(since)?.Span,
                result.GetValue(max) ?? UsualStories,
                cancel);
            return session.Show(
                () => new ListView<StoryListingView>([.. stories.Select(StoryListingView.From)]),
                Views.Json.ListViewStoryListingView,
                () => session.Print(new Reply.OfStories(stories)));
        }, cancellationToken));
        return verb;
    }
}
