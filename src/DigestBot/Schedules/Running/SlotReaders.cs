using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Finds whose news slots bring.</summary>
/// <remarks>
/// Invariant: what a person follows brings what only a space sees to nobody of whom the platform has not just said that they
/// are there; to others it brings what their own space sees.
/// </remarks>
internal sealed partial class SlotReaders(
    FollowStore follows, IEnumerable<IPersonalChats> chats, TimeProvider clock, ILogger<SlotReaders> logger)
{
    /// <summary>Others' slots wait for the answers too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ChatPlatform, IPersonalChats> _chats = chats.ToDictionary(chat => chat.Platform);

    /// <returns>By the id of the slot.</returns>
    public async Task<IReadOnlyDictionary<long, SlotReader>> FindAsync(
        IReadOnlyList<TakenOccurrence> taken, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<long, FollowedFrom> followed = await follows.OfSchedulesAsync(
            [.. taken.Select(slot => slot.Schedule.Id).Distinct()], cancellationToken);
        Dictionary<(string, string), bool?> members = await AskAsync(
            [.. taken.Where(slot => followed.TryGetValue(slot.Schedule.Id, out FollowedFrom? from) && from.Space.Id != slot.Schedule.Space.Id)
                .Select(slot => followed[slot.Schedule.Id]).Select(from => (from.Space.Key, from.Person)).Distinct()],
            cancellationToken);
        IReadOnlyDictionary<long, StoryTrace> traces = await follows.TracesAsync(
            [.. taken.Where(slot => slot.Schedule.Settings.Story is not null).Select(slot => slot.Schedule.Id).Distinct()], cancellationToken);
        return taken.ToDictionary(slot => slot.Id, slot => followed.GetValueOrDefault(slot.Schedule.Id) is { } from
            ? Reader(slot.Schedule, from, members.GetValueOrDefault((from.Space.Key, from.Person), false)) with
            {
                Story = slot.Schedule.Settings.Story is null
                    ? null
                    : new(traces.GetValueOrDefault(slot.Schedule.Id, StoryTrace.None), from.Space.Id, from.DigestId),
            }
            : new SlotReader(slot.Schedule.Space, Language: null, IsKnown: true));
    }

    private static SlotReader Reader(Schedule schedule, FollowedFrom from, bool? isMember) =>
        new(isMember == true ? from.Space : schedule.Space, from.Language, isMember is not null);

    private async Task<Dictionary<(string, string), bool?>> AskAsync(
        IReadOnlyList<(string Space, string Person)> pairs, CancellationToken cancellationToken)
    {
        bool?[] answers = await Task.WhenAll(pairs.Select(pair => AskAsync(pair.Space, pair.Person, cancellationToken)));
        return pairs.Index().ToDictionary(pair => pair.Item, pair => answers[pair.Index]);
    }

    // One platform that fails must not stop the slots of all, so this catches everything but our own shutdown.
    private async Task<bool?> AskAsync(string space, string person, CancellationToken cancellationToken)
    {
        if (!ChannelRef.TryParse(space, out ChannelRef? key) || !_chats.TryGetValue(key.Platform, out IPersonalChats? platform))
        {
            return false;
        }

        try
        {
            return await platform.IsMemberAsync(space, person, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnanswered(exception, key.Platform);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Platform} did not say who is in a space; it is asked again")]
    private partial void LogUnanswered(Exception exception, ChatPlatform platform);
}
