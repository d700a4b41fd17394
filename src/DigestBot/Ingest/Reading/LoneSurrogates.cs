using System.Text.RegularExpressions;

namespace DigestBot.Ingest.Reading;

/// <summary>Takes the escapes of half characters out of a JSON string.</summary>
internal static partial class LoneSurrogates
{
    public static string Drop(string rawJson) => Escapes().Replace(rawJson, match => match.Groups["lone"].Success ? string.Empty : match.Value);

    // Pairs and escaped backslashes are matched first, so that what remains of surrogates is alone.
    [GeneratedRegex(
        """\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
