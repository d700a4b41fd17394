namespace DigestBot.News;

/// <summary>Tells independent publishers apart: several feeds of one site are one voice.</summary>
internal static class PublisherFamily
{
    // Second-level labels under which sites register, as in bbc.co.uk; a public-suffix list would be exact.
    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal) { "co", "com", "org", "net", "gov", "ac", "edu" };

    /// <summary>The registrable domain of the article's address, or the source's name where there is no host.</summary>
    public static string Of(string url, string source)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.HostNameType != UriHostNameType.Dns || uri.IsFile)
        {
            return source;
        }

        string[] labels = uri.Host.Split('.');
        int kept = labels.Length >= 3 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }
}
