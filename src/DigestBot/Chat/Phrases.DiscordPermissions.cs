namespace DigestBot.Chat;

// What Discord's settings call the permissions that the bot needs, as Discord itself translates them.
internal sealed partial class Phrases
{
    public string PermissionViewChannel => Say();

    public string PermissionSendMessages => Say();

    public string PermissionSendMessagesInThreads => Say();

    public string PermissionCreatePublicThreads => Say();

    public string PermissionEmbedLinks => Say();

    public string PermissionMentionEveryone => Say();

    public string PermissionManageThreads => Say();

    public string PermissionReadMessageHistory => Say();
}
