using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>What stands behind the name of a source whose article asks for payment, so that readers know before they follow the link.</summary>
internal static class PaywallMark
{
    /// <summary>With the space before it; nothing where the publisher says nothing of the kind.</summary>
    public static string Of(ArticleRef article, Phrases phrases) => article.IsPaywalled ? $" {phrases.PaywallMark}" : "";

    /// <summary>Publisher, mark and date of an article, as plain text.</summary>
    public static string Line(ArticleRef article, Reader reader) =>
        $"{reader.Phrases.Insert(article.Source)}{Of(article, reader.Phrases)}{reader.Phrases.ListSeparator}{reader.Phrases.Insert(reader.Date(article.Published))}";
}
