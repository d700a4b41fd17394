namespace DigestBot.FakeDiscord.Guilds;

/// <summary>What a member may do, as far as a bot of news can meet it.</summary>
[Flags]
public enum Rights : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
    UseExternalApps = 1UL << 50,
    PinMessages = 1UL << 51,
    BypassSlowmode = 1UL << 52,

    /// <summary>What the set-up's invite link grants a bot of news.</summary>
    Invited = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads,

    /// <summary>What everyone may do in a new guild.</summary>
    Everyone = Invited | AttachFiles | UseApplicationCommands | UseExternalApps,

    /// <summary>All that Discord knows, named here or not.</summary>
    All = (1UL << 53) - 1,
}
