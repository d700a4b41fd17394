using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>Whoever gives a <c>schedule</c> verb: the operator, for the space and channel that the options name.</summary>
internal static class TerminalCaller
{
    public delegate Task<Reply> Ask(VerbSession session, ScheduleCaller caller, CancellationToken cancellationToken);

    /// <summary>What stands before a verb that acts for the space.</summary>
    public static string Prefix(Space space) =>
        space.IsOperator ? $"{DigestBotCli.Name} " : $"{DigestBotCli.Name} --space {space.Key} ";

    /// <summary>The schedule meant; one alone need not be named.</summary>
    public static Argument<string?> Which(Phrases phrases) => CliArgument.Words(
        "SCHEDULE", phrases.ArgumentSchedule, required: false, CommandLimits.Topic, phrases.ScheduleNameTooLong, phrases);

    /// <summary>Opens the real store, never the samples': a schedule is meant to stay. Then asks, and shows the reply.</summary>
    public static Task<int> AnswerAsync(CliContext context, ParseResult result, Ask ask, CancellationToken cancellationToken) =>
        context.WithSessionAsync(
            result,
            samplesWhenEmpty: false,
            async (session, cancel) => ScheduleReply.Show(
                await ask(session, Of(session, result.GetValue(context.Globals.Channel)), cancel), session),
            cancellationToken);

    private static ScheduleCaller Of(VerbSession session, string? channel)
    {
        Space space = session.Space;
        ChannelRef? here = ChannelRef.TryParse(channel ?? (space.IsOperator ? space.Key : null), out ChannelRef? named) ? named : null;
        return new(space, here, Space.LocalKey, IsManager: true, IsOperator: true, AtTerminal: true, session.Phrases, Prefix(space));
    }
}
