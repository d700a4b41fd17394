using System.Globalization;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/story</c>: the stories, or one in full, by its id or its number in the digest on screen.</summary>
internal sealed class StoryCommand(StoryCatalog stories, SubjectFinder subjects) : IChatCommand
{
    private const int MostListed = 15;

    public CommandDefinition Definition { get; } = new(CommandText.Story, phrases => phrases.CommandStory,
        [new(CommandText.Story, ParameterKind.Word, false, false, phrases => phrases.ParameterStory) { Suggests = SuggestionSource.Stories }]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Space space = call.Message.Space;
        if (call.Arguments.Text(CommandText.Story) is not { } which)
        {
            return new Reply.OfStories(
                await stories.ListAsync(space, topic: null, since: null, MostListed, cancellationToken));
        }

        (string? id, string? digestId) = await FromScreenAsync(call, which, cancellationToken);
        StoryDetail? story = await stories.FindAsync(space, id ?? which, cancellationToken);
        return story is null
            ? new Reply.Refusal(call.Phrases.StoryUnknown(which))
            : new Reply.OfStory(story) { DigestId = digestId };
    }

    private async Task<(string? Id, string? DigestId)> FromScreenAsync(
        CommandCall call, string which, CancellationToken cancellationToken)
    {
        if (!int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number is < 1 or > CommandLimits.MostStories)
        {
            return (null, null);
        }

        Digest? digest = (await subjects.FindAsync(call, cancellationToken)).Digest;
        return digest?.Stories.ElementAtOrDefault(number - 1) is { } story ? (story.Id, digest.Id) : (null, null);
    }
}
