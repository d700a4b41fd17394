using DigestBot.Ingest;

namespace DigestBot.Tests.Infrastructure;

/// <summary>Articles for tests, with as much as a test does not care about filled in.</summary>
internal static class Articles
{
    public static IncomingArticle Article(string title, string text, DateTimeOffset? published = null, string? url = null) => new()
    {
        Title = title,
        Text = text,
        Published = published,
        Url = url ?? $"https://news.example/{Uri.EscapeDataString(title)}",
    };
}
