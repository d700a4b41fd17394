namespace DigestBot.Discord;

/// <summary>Whom a text may notify. What is not allowed shows as a mention and pings nobody.</summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody, whatever the text says.</summary>
    public static AllowedMentions None { get; } = new() { Parse = [] };

    /// <summary>Whomever the text mentions.</summary>
    public static AllowedMentions All { get; } = new() { Parse = ["everyone", "roles", "users"] };

    /// <summary>Kinds that the text may mention freely: "everyone", "roles", "users".</summary>
    public IReadOnlyList<string> Parse { get; init; } = [];

    /// <summary>Roles that may be mentioned beyond; at most 100.</summary>
    public IReadOnlyList<ulong>? Roles { get; init; }

    /// <summary>Users that may be mentioned beyond; at most 100.</summary>
    public IReadOnlyList<ulong>? Users { get; init; }

    /// <summary>The author of the message that is replied to is notified.</summary>
    public bool? RepliedUser { get; init; }
}
