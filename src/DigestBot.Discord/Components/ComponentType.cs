namespace DigestBot.Discord;

/// <summary>What kind of component it is. Kinds that are not named here exist and are read as their number.</summary>
public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    SelectMenu = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
}
