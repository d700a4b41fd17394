namespace DigestBot.Discord;

/// <summary>The line above an embed's title.</summary>
/// <param name="Name">1 to 256 characters.</param>
/// <param name="Url">Where it leads, or null.</param>
public sealed record EmbedAuthor(string Name, string? Url = null)
{
    public string Name { get; init => field = value ?? ""; } = Name ?? "";
}
