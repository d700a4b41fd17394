using DigestBot.Commands.Schedules;

namespace DigestBot.Commands.Follows;

/// <summary><c>/unfollow topic?</c>: ends what <c>/follow</c> began; alone, it lists what can be ended.</summary>
internal sealed class UnfollowCommand(FollowDesk desk) : IChatCommand
{
    public const string Name = "unfollow";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandUnfollow,
    [
        new(FollowWords.Topic, ParameterKind.Topic, false, false, phrases => phrases.ParameterUnfollowTopic) { Suggests = SuggestionSource.Follows },
        CommandParameter.Optional(FollowWords.Story, ParameterKind.Text, phrases => phrases.ParameterUnfollowStory) with { Suggests = SuggestionSource.Stories },
    ])
    {
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Message.OnSamples)
        {
            return new Reply.Refusal(call.Phrases.FollowNotOnSamples);
        }

        if (call.Arguments.Text(FollowWords.Story) is { } story)
        {
            return await desk.UnfollowStoryAsync(call, story, cancellationToken);
        }

        if (call.Arguments.Text(FollowWords.Topic) is not { } said)
        {
            return await desk.ListAsync(call, reopens: false, cancellationToken);
        }

        if (FollowWords.Marked(said) is { } marked)
        {
            return await desk.UnfollowAsync(call, marked, cancellationToken);
        }

        ScheduleWishes wishes = new ScheduleForm(call.Phrases).Read(new Dictionary<string, string> { [FollowWords.Topic] = said });
        return await desk.UnfollowAsync(call, wishes.Topic?.Value, said, cancellationToken);
    }
}
