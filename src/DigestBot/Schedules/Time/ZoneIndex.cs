namespace DigestBot.Schedules.Time;

/// <summary>All names by which a zone can be called, in one form. Read once: the tables are constant.</summary>
internal sealed class ZoneIndex
{
    private static readonly Lazy<ZoneIndex> Lazily = new(() => new());

    // Parts of the world whose zones are named after directions or offsets, which alone mean nothing.
    private static readonly string[] NoCities = ["Etc", "US", "Canada", "Brazil", "Mexico", "Chile", "Australia"];

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _ambiguous = new(StringComparer.Ordinal);

    private ZoneIndex()
    {
        foreach (string id in ZoneNames.All)
        {
            _ids.Add(id, id);
            Name(id, id);
        }

        foreach ((string old, string id) in ZoneNames.Old)
        {
            _ids.Add(old, IsHere(id) ? id : old);
            Name(old, id);
        }

        AddPlaces();
    }

    public static ZoneIndex Default => Lazily.Value;

    /// <summary>Names for guesses at misspelt ones.</summary>
    public IEnumerable<string> Names => _names.Keys;

    /// <summary>The zone of this name of the tz database, today's or a former one, whatever its case.</summary>
    public string? ById(string id) => _ids.GetValueOrDefault(id);

    /// <summary>The zone of a place; the key comes from <see cref="KeyOf"/>.</summary>
    public string? ByName(string key) => _names.GetValueOrDefault(key);

    public IReadOnlyList<string> OfCountry(string key) => _countries.GetValueOrDefault(key, []);

    public IReadOnlyList<string> Meanings(string key) => _ambiguous.GetValueOrDefault(key, []);

    /// <summary>Letters and digits in one form, words apart by single spaces.</summary>
    public static string KeyOf(string text) =>
        string.Join(' ', string.Concat(Plain.Of(text).Where(c => c is not ('\'' or '.'))).Split(Separators, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether this machine knows the zone.</summary>
    public static bool IsHere(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    private static char[] Separators { get; } = [' ', '_', '-', '/', ',', '(', ')'];

    private void AddPlaces()
    {
        foreach ((string name, string id) in Places.Cities)
        {
            _names[KeyOf(name)] = id;
        }

        foreach ((string name, string[] zones) in Places.Countries)
        {
            _countries[KeyOf(name)] = zones;
        }

        foreach ((string name, string[] zones) in Places.Ambiguous)
        {
            _ambiguous[KeyOf(name)] = zones;
        }
    }

    // The whole name, and the city at its end.
    private void Name(string written, string id)
    {
        string[] parts = written.Split('/');
        if (parts[0] != "Etc")
        {
            _names.TryAdd(KeyOf(written), id);
        }

        if (!NoCities.Contains(parts[0]) || (parts[0] == "Australia" && id == written))
        {
            _names.TryAdd(KeyOf(parts[^1]), id);
        }
    }
}
