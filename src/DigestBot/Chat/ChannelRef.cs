using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Chat;

/// <summary>A place on a platform, written <c>discord:123</c>; also the form of a space's key.</summary>
internal sealed record ChannelRef(ChatPlatform Platform, string Id)
{
    /// <summary>Long enough for a Teams conversation id.</summary>
    private const int LongestId = 400;

    public static bool TryParse(string? text, [NotNullWhen(true)] out ChannelRef? channel)
    {
        channel = null;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || !TryPlatform(text![..colon], out ChatPlatform platform))
        {
            return false;
        }

        string id = text[(colon + 1)..];
        if (id.Length is 0 or > LongestId || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return false;
        }

        channel = new(platform, id);
        return true;
    }

    public override string ToString() => $"{Name(Platform)}:{Id}";

    private static string Name(ChatPlatform platform) => platform switch
    {
        ChatPlatform.Console => "console",
        ChatPlatform.Discord => "discord",
        ChatPlatform.Teams => "teams",
        _ => "web",
    };

    private static bool TryPlatform(string name, out ChatPlatform platform)
    {
        foreach (ChatPlatform candidate in Enum.GetValues<ChatPlatform>())
        {
            if (string.Equals(Name(candidate), name, StringComparison.OrdinalIgnoreCase))
            {
                platform = candidate;
                return true;
            }
        }

        platform = default;
        return false;
    }
}
