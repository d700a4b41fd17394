using System.Net;

namespace DigestBot.Tests.EndToEnd;

/// <summary>Feeds for tests.</summary>
internal static class Feeds
{
    /// <summary>RSS 2.0 whose items have ids and links and were published at the given instant, or without dates.</summary>
    public static string Rss(string title, DateTimeOffset? published, params (string Title, string Text)[] items) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>{Escape(title)}</title><link>https://news.example/</link>
        {string.Join('\n', items.Select(item => Item(item.Title, item.Text, published)))}
        </channel></rss>
        """;

    public static string Rss(string title, params (string Title, string Text)[] items) => Rss(title, null, items);

    private static string Item(string title, string text, DateTimeOffset? published) => $"""
        <item><title>{Escape(title)}</title><guid isPermaLink="false">{Escape(title)}</guid>
        <link>https://news.example/{Uri.EscapeDataString(title)}</link>{(published is { } date ? $"<pubDate>{date:R}</pubDate>" : "")}
        <description>{Escape(text)}</description></item>
        """;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
