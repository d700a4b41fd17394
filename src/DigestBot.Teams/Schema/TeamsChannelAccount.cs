namespace DigestBot.Teams;

/// <summary>A member of a conversation, with what the directory tells of it.</summary>
public sealed record TeamsChannelAccount : ChannelAccount
{
    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? TenantId { get; init; }

    /// <summary>"user", "guest", "owner" and so on, as far as Teams says.</summary>
    public string? UserRole { get; init; }
}
