using System.Text.RegularExpressions;

namespace DigestBot.Ingest;

/// <summary>The address of a source as it may be shown to people: without credentials, and without values that look like secrets.</summary>
internal static partial class FeedAddress
{
    /// <summary>Stands where a secret was.</summary>
    public const string Hidden = "…";

    /// <summary>So long and without a word in it, a value is taken for a key, whatever it is called.</summary>
    private const int ShortestKey = 20;

    /// <summary>Text that is no address of the web stays as it is.</summary>
    public static string Shown(string location)
    {
        if (!SourceReader.IsAddress(location))
        {
            return location;
        }

        if (AddressText.Parse(location) is not { } address)
        {
            // Nothing of what cannot be taken apart is known to be harmless.
            return Hidden;
        }

        string query = string.Join('&', address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair));
        return $"{address.Scheme}://{address.Authority}{address.AbsolutePath}{(query.Length > 0 ? $"?{query}" : "")}";
    }

    // What has no name may be a key as a whole.
    private static string Pair(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        (string name, string value) = equals < 0 ? ("", pair) : (pair[..(equals + 1)], pair[(equals + 1)..]);
        return Secret().IsMatch(name) || LooksLikeKey(value) ? $"{name}{Hidden}" : pair;
    }

    private static bool LooksLikeKey(string value) =>
        value.Length >= ShortestKey && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !value.Contains('+', StringComparison.Ordinal);

    [GeneratedRegex(
        "key|token|secret|pass|pwd|auth|sig|hash|session|credential|private|user|login|^(?:sid|uid|code|t|k|p|u)=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
