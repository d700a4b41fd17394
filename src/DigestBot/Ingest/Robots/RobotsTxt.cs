using System.Buffers;
using System.Globalization;
using System.Text;

namespace DigestBot.Ingest.Robots;

/// <summary>What a site asks of robots (RFC 9309). Reads anything, throws never, and costs little whatever it is given.</summary>
internal sealed class RobotsTxt
{
    /// <summary>Bytes that are looked at; what comes after them says nothing.</summary>
    public const int MaxBytes = 500 * 1024;

    private const int MaxSitemaps = 20;
    private const string ByteOrderMark = "\u00ef\u00bb\u00bf";
    private const string Index = "/index.htm";
    private static readonly TimeSpan MaxCrawlDelay = TimeSpan.FromMinutes(1);
    private static readonly SearchValues<char> ProductLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private readonly List<RobotsGroup> _groups = [];
    private readonly List<string> _sitemaps = [];

    private RobotsTxt()
    {
    }

    public static RobotsTxt AllowAll { get; } = new();

    public static RobotsTxt DisallowAll { get; } = Parse("User-agent: *\nDisallow: /");

    /// <summary>The file as it came.</summary>
    public static RobotsTxt Parse(ReadOnlySpan<byte> body) => Parse(Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]));

    public static RobotsTxt Parse(string text)
    {
        var robots = new RobotsTxt();
        foreach (ReadOnlySpan<char> line in WithoutMark(text).EnumerateLines())
        {
            robots.Add(RobotsLine.Read(line));
        }

        return robots;
    }

    /// <summary>Whether a robot may ask for an address: the longest rule of its own groups decides, or else those for all.</summary>
    /// <param name="agent">The product token, such as DigestBot.</param>
    /// <param name="url">Absolute, percent-encoded.</param>
    public bool IsAllowed(string agent, string url)
    {
        string path = RobotsPath.Of(url);
        RobotsRule? longest = null;
        foreach (RobotsRule rule in GroupsFor(agent).SelectMany(group => group.Rules))
        {
            if ((longest is null || rule.Length > longest.Length || (rule.Length == longest.Length && rule.Allows)) && rule.Matches(path))
            {
                longest = rule;
            }
        }

        return longest?.Allows ?? true;
    }

    /// <summary>Addresses as written: they belong to no group, and end none.</summary>
    public IReadOnlyList<string> Sitemaps => _sitemaps;

    /// <summary>How long the site asks to be left alone between two requests, at most a minute; null when it does not say.</summary>
    public TimeSpan? CrawlDelay(string agent) => GroupsFor(agent).Max(group => group.CrawlDelay);

    private IEnumerable<RobotsGroup> GroupsFor(string agent)
    {
        bool isNamed = _groups.Exists(group => group.Agents.Contains(agent));
        return _groups.Where(group => isNamed ? group.Agents.Contains(agent) : group.IsForAll);
    }

    private void Add(RobotsLine line)
    {
        if (line.Field == RobotsField.UserAgent)
        {
            AddAgent(line.Value);
        }
        else if (line.Field == RobotsField.Sitemap)
        {
            _sitemaps.AddRange(_sitemaps.Count < MaxSitemaps ? [line.Value] : []);
        }
        else if (line.Field != RobotsField.Other && _groups is [.., { } group])
        {
            group.IsClosed = true;
            AddRule(group, line);
        }
    }

    private void AddAgent(string value)
    {
        if (_groups is not [.., { IsClosed: false }])
        {
            _groups.Add(new RobotsGroup());
        }

        if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])))
        {
            _groups[^1].IsForAll = true;
        }
        else if (Product(value) is { Length: > 0 } product)
        {
            _groups[^1].Agents.Add(product);
        }
    }

    private static void AddRule(RobotsGroup group, RobotsLine line)
    {
        if (line.Field == RobotsField.CrawlDelay)
        {
            group.CrawlDelay = Delay(line.Value) ?? group.CrawlDelay;
            return;
        }

        bool allows = line.Field == RobotsField.Allow;
        group.Rules.Add(new RobotsRule(allows, line.Value));
        int name = line.Value.LastIndexOf('/');
        if (allows && name >= 0 && line.Value.AsSpan(name).StartsWith(Index, StringComparison.Ordinal))
        {
            // Who allows a folder's first page means the folder's own address too.
            group.Rules.Add(new RobotsRule(allows: true, $"{line.Value[..(name + 1)]}$"));
        }
    }

    // "FooBot/1.2" and "FooBot (news)" both name FooBot.
    private static string Product(string value)
    {
        int end = value.AsSpan().IndexOfAnyExcept(ProductLetters);
        return end < 0 ? value : value[..end];
    }

    private static TimeSpan? Delay(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, MaxCrawlDelay.TotalSeconds))
            : null;

    // Also one that is cut short, or that was read as Latin-1.
    private static ReadOnlySpan<char> WithoutMark(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart("\ufeff\ufffd");
        int length = rest.CommonPrefixLength(ByteOrderMark);
        return rest[length..];
    }
}
