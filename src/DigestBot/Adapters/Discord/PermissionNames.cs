using DigestBot.Chat;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord;

/// <summary>What Discord's own settings call the permissions that the bot needs.</summary>
internal static class PermissionNames
{
    // In the order of Discord's settings.
    private static readonly (GuildPermission Permission, Func<Phrases, string> Name)[] Names =
    [
        (GuildPermission.ViewChannel, phrases => phrases.PermissionViewChannel),
        (GuildPermission.SendMessages, phrases => phrases.PermissionSendMessages),
        (GuildPermission.SendMessagesInThreads, phrases => phrases.PermissionSendMessagesInThreads),
        (GuildPermission.CreatePublicThreads, phrases => phrases.PermissionCreatePublicThreads),
        (GuildPermission.EmbedLinks, phrases => phrases.PermissionEmbedLinks),
        (GuildPermission.MentionEveryone, phrases => phrases.PermissionMentionEveryone),
        (GuildPermission.ManageThreads, phrases => phrases.PermissionManageThreads),
        (GuildPermission.ReadMessageHistory, phrases => phrases.PermissionReadMessageHistory),
    ];

    /// <summary>What a digest needs wherever it is posted: what the invitation asks for.</summary>
    public const GuildPermission Invited = GuildPermission.ViewChannel | GuildPermission.SendMessages | GuildPermission.EmbedLinks
        | GuildPermission.ReadMessageHistory | GuildPermission.CreatePublicThreads | GuildPermission.SendMessagesInThreads;

    public static string Of(GuildPermission permission, Phrases phrases) => Each(permission, phrases)[0];

    public static IReadOnlyList<string> Each(GuildPermission permissions, Phrases phrases) =>
        [.. from each in Names where permissions.HasFlag(each.Permission) select each.Name(phrases)];
}
