namespace DigestBot.Discord;

/// <summary>What kind of channel it is. Kinds that are not named here exist and are read as their number.</summary>
public enum ChannelType
{
    Text = 0,
    DM = 1,
    Voice = 2,
    Group = 3,
    Category = 4,
    News = 5,
    NewsThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    GuildDirectory = 14,
    Forum = 15,
    Media = 16,
}
