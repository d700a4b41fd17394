namespace DigestBot.Ingest.Reading;

/// <summary>The namespaces that hold at one place of a feed, and the names of elements by them.</summary>
internal sealed class FeedNames
{
    private const int MaxNamespaces = 256;
    private const int MaxKnown = 1000;

    private readonly List<(string Prefix, string Name, int Depth)> _namespaces = [];

    /// <summary>Names as written, by what they mean while the namespaces stay the same: most occur again and again.</summary>
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes the namespaces that an element at this depth declares.</summary>
    public void Declare(IReadOnlyList<(string Prefix, string Address)> declared, int depth)
    {
        foreach ((string prefix, string address) in declared)
        {
            if (_namespaces.Count >= MaxNamespaces)
            {
                return;
            }

            _namespaces.Add((prefix, FeedNamespaces.FromAddress(address, isDefault: prefix.Length == 0), depth));
            _known.Dictionary.Clear();
        }
    }

    /// <summary>Forgets what elements at this depth and deeper declared.</summary>
    public void Forget(int depth)
    {
        while (_namespaces.Count > 0 && _namespaces[^1].Depth >= depth)
        {
            _namespaces.RemoveAt(_namespaces.Count - 1);
            _known.Dictionary.Clear();
        }
    }

    /// <summary>"namespace:local" in lower case for a name with any prefix.</summary>
    public string Resolve(ReadOnlySpan<char> rawName)
    {
        if (_known.TryGetValue(rawName, out string? known))
        {
            return known;
        }

        int colon = rawName.IndexOf(':');
        string prefix = colon < 0 ? string.Empty : rawName[..colon].ToString().ToLowerInvariant();
        string local = rawName[(colon + 1)..].ToString().ToLowerInvariant();
        string space = Find(prefix);
        string name = space.Length == 0 ? local : $"{space}:{local}";
        if (_known.Dictionary.Count < MaxKnown)
        {
            _known[rawName] = name;
        }

        return name;
    }

    private string Find(string prefix)
    {
        for (int i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
            {
                return _namespaces[i].Name;
            }
        }

        return FeedNamespaces.FromPrefix(prefix);
    }
}
