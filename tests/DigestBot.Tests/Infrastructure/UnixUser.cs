namespace DigestBot.Tests.Infrastructure;

/// <summary>A line of /etc/passwd, as far as it is needed to become that user.</summary>
internal sealed record UnixUser(string Name, string UserId, string GroupId)
{
    /// <summary>Null for a line that is not an account.</summary>
    public static UnixUser? Parse(string line) =>
        line.Split(':') is [var name, _, var userId, var groupId, ..] ? new UnixUser(name, userId, groupId) : null;
}
