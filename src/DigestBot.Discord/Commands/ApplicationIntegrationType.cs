namespace DigestBot.Discord;

/// <summary>Who may install an application.</summary>
public enum ApplicationIntegrationType
{
    GuildInstall = 0,
    UserInstall = 1,
}
