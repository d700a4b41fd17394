namespace DigestBot.Commands.Suggestions;

/// <summary>
/// Keeps what is costly to read, and reads it anew in the background when it has grown old: nobody waits for what is there,
/// and whoever is first waits only shortly.
/// </summary>
/// <remarks>Invariant: holds at most so many entries; beyond, the one that was asked for longest ago goes.</remarks>
internal sealed class RefreshingCache<TValue>(int capacity, TimeSpan age, TimeProvider clock)
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = [];

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>What is known, however old; null when it is not known within <paramref name="patience"/>.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="read">Reads it. What it throws means that it stays as it was, and is read again when it is next old.</param>
    /// <param name="patience">How long to wait where nothing is known.</param>
    public async Task<TValue?> FindAsync(string key, Func<Task<TValue>> read, TimeSpan patience)
    {
        Entry entry = Refresh(key, read);
        if (entry.Value is null)
        {
            try
            {
                await entry.Reading.WaitAsync(patience, clock);
            }
            catch (TimeoutException)
            {
                // The next one to ask will find it.
            }
        }

        return entry.Value;
    }

    private Entry Refresh(string key, Func<Task<TValue>> read)
    {
        lock (_lock)
        {
            Entry entry = Touch(key);
            DateTimeOffset now = clock.GetUtcNow();
            if (entry.Reading.IsCompleted && now >= entry.Due)
            {
                entry.Due = now + age;
                entry.Reading = Task.Run(() => ReadAsync(entry, read));
            }

            return entry;
        }
    }

    private Entry Touch(string key)
    {
        if (_entries.TryGetValue(key, out LinkedListNode<Entry>? known))
        {
            _byUse.Remove(known);
            _byUse.AddLast(known);
            return known.Value;
        }

        if (_entries.Count == capacity)
        {
            _entries.Remove(_byUse.First!.Value.Key);
            _byUse.RemoveFirst();
        }

        LinkedListNode<Entry> added = _byUse.AddLast(new Entry(key));
        _entries.Add(key, added);
        return added.Value;
    }

    // Suggestions are a convenience: a store that is away is told of by the commands themselves.
    private static async Task ReadAsync(Entry entry, Func<Task<TValue>> read)
    {
        try
        {
            entry.Value = await read();
        }
        catch (Exception)
        {
            // What was known stays.
        }
    }

    private sealed class Entry(string key)
    {
        private volatile TValue? _value;

        public string Key => key;

        public TValue? Value
        {
            get => _value;
            set => _value = value;
        }

        public DateTimeOffset Due { get; set; } = DateTimeOffset.MinValue;

        public Task Reading { get; set; } = Task.CompletedTask;
    }
}
