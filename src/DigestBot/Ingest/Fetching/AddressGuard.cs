using System.Net;
using System.Net.Sockets;

namespace DigestBot.Ingest.Fetching;

/// <summary>Tells public addresses from all others, so that no feed can make the bot look inside a network.</summary>
/// <remarks>
/// Follows the special-purpose registries of IANA. IPv6 is an allow-list: outside 2000::/3 nothing is public.
/// Addresses that carry an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo) are refused whatever they carry;
/// ISATAP hides one in otherwise ordinary addresses, so that one is looked at too.
/// </remarks>
internal static class AddressGuard
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // The first that contains an address names the refusal, so the narrow ones come first.
    private static readonly AddressRange[] V4 =
    [
        Range("127.0.0.0/8", "loopback"),
        Range("10.0.0.0/8", "private network"),
        Range("172.16.0.0/12", "private network"),
        Range("192.168.0.0/16", "private network"),
        Range("169.254.169.254/32", "cloud metadata"),
        Range("169.254.0.0/16", "link-local"),
        Range("168.63.129.16/32", "cloud metadata"),
        Range("100.100.100.200/32", "cloud metadata"),
        Range("100.64.0.0/10", "carrier-grade NAT"),
        Range("0.0.0.0/8", "this network"),
        Range("192.0.0.0/24", "protocol assignments"),
        Range("192.0.2.0/24", "documentation"),
        Range("198.51.100.0/24", "documentation"),
        Range("203.0.113.0/24", "documentation"),
        Range("192.88.99.0/24", "6to4 relay"),
        Range("198.18.0.0/15", "benchmarking"),
        Range("224.0.0.0/4", "multicast"),
        Range("255.255.255.255/32", "broadcast"),
        Range("240.0.0.0/4", "reserved"),
    ];

    private static readonly AddressRange[] V6 =
    [
        Range("::1/128", "loopback"),
        Range("::/128", "unspecified"),
        Range("::ffff:0:0:0/96", "IPv4-translated"),
        Range("::/96", "IPv4-compatible"),
        Range("64:ff9b::/96", "NAT64"),
        Range("64:ff9b:1::/48", "NAT64"),
        Range("100::/64", "discard"),
        Range("100:0:0:1::/64", "dummy prefix"),
        Range("2001::/32", "Teredo"),
        Range("2001:10::/28", "ORCHID"),
        Range("2001:20::/28", "ORCHID"),
        Range("2001::/23", "protocol assignments"),
        Range("2001:db8::/32", "documentation"),
        Range("3fff::/20", "documentation"),
        Range("2002::/16", "6to4"),
        Range("5f00::/16", "segment routing"),
        Range("fd00:ec2::254/128", "cloud metadata"),
        Range("fd20:ce::254/128", "cloud metadata"),
        Range("fc00::/7", "private network"),
        Range("fe80::/10", "link-local"),
        Range("fec0::/10", "site-local"),
        Range("ff00::/8", "multicast"),
    ];

    /// <summary>The rule that forbids an address, or null when it is public.</summary>
    public static string? RuleAgainst(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Find(V4, address);
        }

        // Asked first, because IPNetwork compares a mapped address by its IPv4 bits:
        // to it ::ffff:2.0.0.0 is in 2000::/3 and not in ::ffff:0:0/96 (.NET 10.0).
        if (address.IsIPv4MappedToIPv6)
        {
            return "IPv4-mapped";
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Find(V6, address) ?? (GlobalUnicast.Contains(address) ? RuleAgainstIsatap(address) : "not assigned")
            : "not an internet address";
    }

    private static string? Find(AddressRange[] ranges, IPAddress address) =>
        Array.Find(ranges, range => range.Network.Contains(address))?.Rule;

    // RFC 5214: the interface id is [00|02]00:5efe, then an IPv4 address that tunnels deliver to.
    private static string? RuleAgainstIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe
            && Find(V4, new IPAddress(bytes[12..])) is { } rule
            ? $"ISATAP, {rule}"
            : null;
    }

    private static AddressRange Range(string network, string rule) => new(IPNetwork.Parse(network), rule);
}
