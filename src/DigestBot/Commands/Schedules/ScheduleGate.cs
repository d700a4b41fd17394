using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>Asks the platform before a schedule may post somewhere, and says what is missing.</summary>
/// <remarks>
/// Invariant: on a connected platform nobody but the operator sets a schedule to a channel of which the platform has not
/// said that it is their space's.
/// </remarks>
internal sealed class ScheduleGate(ChannelCheck check)
{
    /// <summary>For a channel that a schedule is set to.</summary>
    /// <returns>Why it cannot be, in one sentence; null when it can.</returns>
    public async Task<string?> RefuseNewAsync(
        ScheduleCaller caller, ChannelRef channel, string? mentionRole, CancellationToken cancellationToken)
    {
        Preflight answer = await AskAsync(caller, channel, reference: null, mentionRole, cancellationToken);
        return answer switch
        {
            Preflight.NotConnected when caller.IsOperator || channel == caller.Here => null,
            Preflight.NotConnected => caller.Phrases.ScheduleChannelNotYours(channel.ToString()),
            Preflight.NotKnown => caller.Phrases.ScheduleChannelUnchecked(channel.ToString()),
            _ => Words(caller, channel, answer),
        };
    }

    /// <summary>For the channel that a schedule posts to already: what cannot be found out does not stop it.</summary>
    /// <returns>As above.</returns>
    public async Task<string?> RefuseAsync(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken)
    {
        Channel channel = schedule.Channel;
        return Words(
            caller,
            channel.Address,
            await AskAsync(caller, channel.Address, channel.Reference, schedule.Settings.MentionRole, cancellationToken));
    }

    // Whether a channel is unknown or somebody else's is nothing that a stranger should find out.
    private static string? Words(ScheduleCaller caller, ChannelRef channel, Preflight answer) => answer switch
    {
        Preflight.Missing missing => caller.Phrases.ScheduleChannelLacks(channel.ToString(), string.Join(", ", missing.What)),
        Preflight.ChannelUnknown or Preflight.NotInSpace => caller.Phrases.ScheduleChannelElsewhere(channel.ToString()),
        _ => null,
    };

    private Task<Preflight> AskAsync(
        ScheduleCaller caller, ChannelRef channel, string? reference, string? mentionRole, CancellationToken cancellationToken) =>
        check.AskAsync(
            new(caller.IsOperator ? null : caller.Space.Key, channel, reference, mentionRole, caller.Phrases), cancellationToken);
}
