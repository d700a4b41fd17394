namespace DigestBot.Discord;

/// <summary>The small line below an embed.</summary>
/// <param name="Text">1 to 2048 characters; no markdown.</param>
public sealed record EmbedFooter(string Text)
{
    public string Text { get; init => field = value ?? ""; } = Text ?? "";
}
