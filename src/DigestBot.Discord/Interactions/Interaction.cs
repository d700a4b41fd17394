using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>Somebody used a command, clicked, chose, typed or submitted, and waits three seconds for a first response.</summary>
public sealed record Interaction
{
    public ulong Id { get; init; }

    public ulong ApplicationId { get; init; }

    public InteractionType Type { get; init; }

    public InteractionData Data { get; init => field = value ?? new(); } = new();

    /// <summary>The server; also set where the bot is not a member but the user has installed it.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>Part of the channel: id, kind, name and what the user may do there.</summary>
    public Channel? Channel { get; init; }

    public ulong? ChannelId { get; init; }

    /// <summary>Who acted, in a server.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who acted, elsewhere. <see cref="Actor"/> is the one to use.</summary>
    public DiscordUser? User { get; init; }

    /// <summary>The secret with which this interaction is answered, for 15 minutes. Never to be logged.</summary>
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The message whose component was used.</summary>
    public Message? Message { get; init; }

    /// <summary>What the bot may do in the channel.</summary>
    public GuildPermission? AppPermissions { get; init; }

    /// <summary>The language of the user, such as "en-GB".</summary>
    public string? Locale { get; init; }

    /// <summary>The preferred language of the server.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>Who installed the bot, by kind: "0" a server, "1" a user.</summary>
    public IReadOnlyDictionary<string, ulong> AuthorizingIntegrationOwners { get; init => field = value ?? Nobody; } = Nobody;

    public InteractionContextType? Context { get; init; }

    /// <summary>When it arrived, by <see cref="TimeProvider.GetTimestamp"/> of the receiver; the three seconds count from here.</summary>
    [JsonIgnore]
    public long ReceivedTimestamp { get; init; }

    /// <summary>Who acted, wherever it was.</summary>
    [JsonIgnore]
    public DiscordUser Actor => Member?.User ?? User ?? new DiscordUser();

    /// <summary>The server that installed the bot and in which this happened; null where only the user has it.</summary>
    [JsonIgnore]
    public ulong? InstalledGuildId => AuthorizingIntegrationOwners.TryGetValue("0", out ulong guild) && guild != 0 ? guild : null;

    /// <summary>The user who installed the bot; null where it acts for a server.</summary>
    [JsonIgnore]
    public ulong? InstalledUserId => AuthorizingIntegrationOwners.TryGetValue("1", out ulong user) ? user : null;

    /// <summary>Without the token, which is a secret.</summary>
    public override string ToString() => $"{Type} {Id}";

    private static IReadOnlyDictionary<string, ulong> Nobody { get; } = new Dictionary<string, ulong>();
}
