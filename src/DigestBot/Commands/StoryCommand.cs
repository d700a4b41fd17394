using System.Globalization;
using DigestBot.Digests;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary><c>/story</c>: the stories on screen by their numbers, or one in full, by its number or its id.</summary>
internal sealed class StoryCommand(StoryCatalog stories, DigestDesk desk, SubjectFinder subjects, IOptions<DigestOptions> options) : IChatCommand
{
    private const int MostListed = 15;

    public CommandDefinition Definition { get; } = new(CommandText.Story, phrases => phrases.CommandStory,
        [new(CommandText.Story, ParameterKind.Word, false, false, phrases => phrases.ParameterStory) { Suggests = SuggestionSource.Stories }]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Subject subject = await subjects.FindAsync(call, cancellationToken);
        if (call.Arguments.Text(CommandText.Story) is not { } which)
        {
            return await ListAsync(call, subject.Digest, cancellationToken);
        }

        DigestStory? onScreen = OnScreen(subject.Digest, which);
        StoryDetail? story = await stories.FindAsync(call.Message.Space, onScreen?.Id ?? which, cancellationToken);
        if (story is null)
        {
            return new Reply.Refusal(call.Phrases.StoryUnknown(which));
        }

        await subjects.SaveAsync(call, subject.Conversation.With(ShownIn(story)), cancellationToken);
        return new Reply.OfStory(story) { DigestId = onScreen is null ? null : subject.Digest!.Id };
    }

    // Numbers mean the digest on screen everywhere, so where there is none, the list becomes one.
    private async Task<Reply> ListAsync(CommandCall call, Digest? onScreen, CancellationToken cancellationToken)
    {
        Digest digest = onScreen is { Stories.Count: > 0 } ? onScreen : await desk.ComposeAsync(
            call, new(call.Message.Space, Topic: null, options.Value.Window, AsOf: null, MostListed, Sentences: 1), cancellationToken);
        return new Reply.OfStories([.. digest.Stories.Select((story, i) =>
            new StoryListing(story.Id, story.Title, story.Publishers, story.Articles, digest.Window.From, digest.Window.To) { Number = i + 1 })]);
    }

    private static DigestStory? OnScreen(Digest? digest, string which) =>
        int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= CommandLimits.MostStories
            ? digest?.Stories.ElementAtOrDefault(number - 1)
            : null;

    private static ConversationTurn ShownIn(StoryDetail story) => new("", Begins: false, [.. story.Story.Quotes.Select(QuotedRange.Of)]) { Story = story.Story.Id };
}
