using DigestBot.Commands.Schedules;

namespace DigestBot.Commands.Follows;

/// <summary><c>/unfollow topic?</c>: ends what <c>/follow</c> began; alone, it lists what can be ended.</summary>
internal sealed class UnfollowCommand(FollowDesk desk) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("unfollow", phrases => phrases.CommandUnfollow,
    [
        new(FollowWords.Topic, ParameterKind.Topic, false, false, phrases => phrases.ParameterUnfollowTopic) { Suggests = SuggestionSource.Follows },
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

        if (call.Arguments.Text(FollowWords.Topic) is not { } said)
        {
            return await desk.ListAsync(call, reopens: false, cancellationToken);
        }

        ScheduleWishes wishes = new ScheduleForm(call.Phrases).Read(new Dictionary<string, string> { [FollowWords.Topic] = said });
        return await desk.UnfollowAsync(call, wishes.Topic?.Value, said, cancellationToken);
    }
}
