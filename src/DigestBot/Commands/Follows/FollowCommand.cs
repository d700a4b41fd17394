using DigestBot.Commands.Schedules;

namespace DigestBot.Commands.Follows;

/// <summary><c>/follow topic at?</c>: brings what is new on a topic, or on a story, to whoever asks, directly; alone, it lists what they follow.</summary>
internal sealed class FollowCommand(FollowDesk desk) : IChatCommand
{
    public const string Name = "follow";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandFollow,
    [
        new(FollowWords.Topic, ParameterKind.Topic, false, false, phrases => phrases.ParameterFollowTopic) { Suggests = SuggestionSource.Topics },
        CommandParameter.Optional(FollowWords.Story, ParameterKind.Text, phrases => phrases.ParameterFollowStory) with { Suggests = SuggestionSource.Stories },
        CommandParameter.Optional(FollowWords.At, ParameterKind.Text, phrases => phrases.ParameterFollowAt) with { Suggests = SuggestionSource.Times },
        CommandParameter.Optional(FollowWords.Days, ParameterKind.Text, phrases => phrases.OptionDays) with { Suggests = SuggestionSource.Days },
        CommandParameter.Optional(FollowWords.Zone, ParameterKind.Zone, phrases => phrases.OptionZone) with { Suggests = SuggestionSource.Zones },
    ])
    {
        Example = "/follow iraq at:07:30",
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Message.OnSamples)
        {
            return new Reply.Refusal(call.Phrases.FollowNotOnSamples);
        }

        IReadOnlyDictionary<string, string> said = FollowWords.Read(call);
        bool isStory = said.TryGetValue(FollowWords.Story, out string? story);
        if (isStory == said.ContainsKey(FollowWords.Topic))
        {
            return said.Count > 0
                ? new Reply.Refusal(call.Phrases.CommandIncomplete(Definition.Example!))
                : await desk.ListAsync(call, reopens: true, cancellationToken);
        }

        var form = new ScheduleForm(call.Phrases);
        ScheduleWishes wishes = form.Read(said);
        return form.Wrong is { } wrong ? new Reply.Refusal(wrong)
            : isStory ? await desk.FollowAsync(call, wishes, story!, cancellationToken)
            : await desk.FollowAsync(call, wishes, cancellationToken);
    }
}
