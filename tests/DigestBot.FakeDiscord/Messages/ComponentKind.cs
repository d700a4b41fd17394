namespace DigestBot.FakeDiscord.Messages;

/// <summary>Types of components, with Discord's numbers.</summary>
internal static class ComponentKind
{
    public const int Row = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int UserSelect = 5;
    public const int ChannelSelect = 8;
    public const int Section = 9;
    public const int TextDisplay = 10;
    public const int Thumbnail = 11;
    public const int Gallery = 12;
    public const int File = 13;
    public const int Separator = 14;
    public const int Container = 17;
    public const int Label = 18;

    public static bool IsSelect(long? type) => type is StringSelect or (>= UserSelect and <= ChannelSelect);

    /// <summary>Those that stand only in messages with the flag for them.</summary>
    public static bool IsOfV2(long? type) => type is Section or TextDisplay or Thumbnail or Gallery or File or Separator or Container;
}
