using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary><c>/why</c>: why a story of the digest on screen stands where it does, and why its sentences were chosen.</summary>
internal sealed class WhyCommand(StoryExplainer explainer, SubjectFinder subjects) : IChatCommand
{
    private const string Story = "story";

    public CommandDefinition Definition { get; } = new("why", phrases => phrases.CommandWhy,
        [new(Story, ParameterKind.Word, false, false, phrases => phrases.ParameterWhy)])
    {
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if ((await subjects.FindAsync(call, cancellationToken)).Digest is not { } digest)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        string? which = call.Arguments.Text(Story);
        StoryExplanation? explained = StoryPlace.TryParse(which, digest, out StoryPlace place)
            ? await explainer.ExplainAsync(call.Message.Space, digest, place.Story, place.Quote, cancellationToken)
            : null;
        return explained is null
            ? new Reply.Refusal(call.Phrases.WhyUnknown(which ?? "1", digest.Stories.Count))
            : new Reply.OfWhy(explained);
    }
}
