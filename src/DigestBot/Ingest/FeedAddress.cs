using System.Text.RegularExpressions;

namespace DigestBot.Ingest;

/// <summary>Addresses as they may be shown, logged or told to anybody: without credentials, values of the query and keys in the path.</summary>
/// <remarks>
/// Invariant: whatever leaves this program and may hold the address of a source goes through here. Only what asks for an address,
/// and the list of subscriptions that somebody exports, has it whole.
/// </remarks>
internal static partial class FeedAddress
{
    /// <summary>Stands where a secret was.</summary>
    public const string Hidden = "…";

    private const string HiddenEscaped = "%E2%80%A6";

    /// <summary>So long and without a word in it, a value is taken for a key, whatever it is called.</summary>
    private const int ShortestKey = 20;

    /// <summary>Same, where it has no name.</summary>
    private const int ShortestAlone = 8;

    /// <summary>An address, or what somebody wrote where one was wanted. Paths of files and names stay as they are.</summary>
    public static string Shown(string location) =>
        SourceReader.IsAddress(location) ? OfWeb(location)
        : location.Any(char.IsWhiteSpace) || (location.Contains("://", StringComparison.Ordinal) && !Schemed().IsMatch(location)) ? In(location)
        : IsPath(location) ? location
        : Loose().Replace(location, match => $"{match.Groups["scheme"]}{match.Groups["place"]}{Query(match.Groups["query"].Value)}");

    /// <summary>A text in which addresses may stand.</summary>
    public static string In(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Address().Replace(text, match => Shown(match.Value)) : text;

    /// <summary>The link of an article for its readers: whole, but for what is secret in the address of the source that it came from.</summary>
    /// <param name="article">Canonical; null where the article has none, and its source stands for it.</param>
    /// <param name="source">The address of the source.</param>
    public static string? Link(string? article, string? source)
    {
        if (AddressText.Parse(CanonicalUrl.Of(source)) is not { Query.Length: > 0 } feed || !SourceReader.IsAddress(feed.AbsoluteUri))
        {
            return article ?? CanonicalUrl.Of(source) ?? source;
        }

        if (article is null)
        {
            return feed.GetLeftPart(UriPartial.Path);
        }

        string[] secrets = [.. Pairs(feed.Query).Where(IsSecret)];
        return AddressText.Parse(article) is { Query.Length: > 0 } link && Pairs(link.Query).Any(secrets.Contains)
            ? new UriBuilder(link) { Query = string.Join('&', Pairs(link.Query).Except(secrets)) }.Uri.AbsoluteUri
            : article;
    }

    private static string OfWeb(string location)
    {
        if (AddressText.Parse(location) is not { } address)
        {
            // Nothing of what cannot be taken apart is known to be harmless.
            return Hidden;
        }

        string path = string.Join('/', address.AbsolutePath.Split('/').Select(part => Key().IsMatch(part) || part == HiddenEscaped ? Hidden : part));
        return $"{address.Scheme}://{address.Authority}{path}{Query(address.Query)}";
    }

    private static string Query(string query) =>
        Pairs(query) is { Length: > 0 } pairs ? $"?{string.Join('&', pairs.Select(Pair))}" : "";

    // What has no name may be a key as a whole, and so may a name.
    private static string Pair(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 || LooksLikeKey(pair[..equals]) ? "" : pair[..(equals + 1)];
        return equals == pair.Length - 1 && name.Length > 0 ? pair : $"{name}{Hidden}";
    }

    private static string[] Pairs(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSecret(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        string value = pair[(equals + 1)..];
        return equals < 0
            ? LooksLikeKey(value, ShortestAlone)
            : LooksLikeKey(value) || (Secret().IsMatch(pair[..(equals + 1)]) && !value.All(char.IsAsciiDigit));
    }

    private static bool LooksLikeKey(string value, int shortest = ShortestKey) =>
        value.Length >= shortest && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !value.Contains('+', StringComparison.Ordinal);

    private static bool IsPath(string location) =>
        location.Length == 0 || location[0] is '.' or '~' or '\\' || (location[0] == '/' && !location.StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex(
        "key|token|secret|pass|pwd|auth|sig|hash|session|credential|private|user|login|^(?:sid|uid|code|t|k|p|u)=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    // Hexadecimal, a UUID, or so long and mixed that no word is.
    [GeneratedRegex(
        @"^(?:[0-9a-fA-F]{24,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=[^/]*[0-9])(?=[^/]*[a-z])(?=[^/]*[A-Z])[0-9A-Za-z]{24,})(?:\.[a-z]{2,5})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Schemed();

    [GeneratedRegex(@"[a-z][a-z0-9+.\-]*://[^\s<>""“”]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^(?<scheme>(?:(?:[a-z][a-z0-9+.\-]*:)?//)?)(?:[^/?#@]*@)?(?<place>[^?#]*)(?<query>\?[^#]*)?.*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Loose();
}
