using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Finds whose news slots bring.</summary>
/// <remarks>
/// Invariant: what a person follows brings what only a space sees to nobody of whom the platform has not just said that they
/// are there; to others it brings what their own space sees.
/// </remarks>
internal sealed class SlotReaders(FollowStore follows, IEnumerable<IPersonalChats> chats)
{
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
        return taken.ToDictionary(slot => slot.Id, slot => followed.GetValueOrDefault(slot.Schedule.Id) is { } from
            ? Reader(slot.Schedule, from, members.GetValueOrDefault((from.Space.Key, from.Person), false))
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

    private Task<bool?> AskAsync(string space, string person, CancellationToken cancellationToken) =>
        ChannelRef.TryParse(space, out ChannelRef? key) && _chats.TryGetValue(key.Platform, out IPersonalChats? platform)
            ? platform.IsMemberAsync(space, person, cancellationToken)
            : Task.FromResult<bool?>(false);
}
