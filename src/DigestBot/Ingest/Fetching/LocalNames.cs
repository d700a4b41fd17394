using System.Collections.Frozen;

namespace DigestBot.Ingest.Fetching;

/// <summary>Tells host names that belong to a network of somebody's own, before any resolver or proxy is asked for them.</summary>
internal static class LocalNames
{
    // RFC 6761, 6762, 7686 and 8375, ".internal" as ICANN reserved it, and what routers and clouds made of it before.
    private static readonly FrozenDictionary<string, string> Suffixes = new Dictionary<string, string>
    {
        ["localhost"] = "loopback",
        ["localdomain"] = "loopback",
        ["local"] = "local name",
        ["internal"] = "local name",
        ["intranet"] = "local name",
        ["lan"] = "local name",
        ["home"] = "local name",
        ["corp"] = "local name",
        ["private"] = "local name",
        ["home.arpa"] = "local name",
        ["onion"] = "local name",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule that forbids a name, or null when the public name system may know it.</summary>
    public static string? RuleAgainst(string host)
    {
        string name = host.TrimEnd('.');
        int dot = name.LastIndexOf('.');
        string last = name[(dot + 1)..];

        // What ends like a number is an address to some resolvers and a name to others.
        return IsNumber(last) ? "malformed address"
            : Suffixes.GetValueOrDefault(last) ?? Suffixes.GetValueOrDefault(name[(name.LastIndexOf('.', Math.Max(0, dot - 1)) + 1)..])
            ?? (dot < 0 ? "local name" : null);
    }

    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit)
        || (label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && label.Skip(2).All(char.IsAsciiHexDigit));
}
