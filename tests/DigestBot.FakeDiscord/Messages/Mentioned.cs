using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Whom a message mentions, and who was notified by it.</summary>
public sealed record Mentioned(
    IReadOnlyList<FakeUser> Users, IReadOnlyList<ulong> Roles, bool Everyone, IReadOnlySet<ulong> Pinged)
{
    public static Mentioned Nobody { get; } = new([], [], false, new HashSet<ulong>());
}
