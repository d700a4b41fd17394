using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>A window in JSON.</summary>
internal sealed record WindowView(DateTimeOffset From, DateTimeOffset To)
{
    public static WindowView Of(NewsWindow window) => new(window.From, window.To);
}
