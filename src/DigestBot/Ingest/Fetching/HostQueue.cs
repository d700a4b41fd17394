namespace DigestBot.Ingest.Fetching;

/// <summary>Those who wait for one host.</summary>
/// <remarks>It is not disposed: its gate makes no wait handle, and whoever still waits may hold it.</remarks>
internal sealed class HostQueue(string name)
{
    public string Name { get; } = name;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many hold or want its turn.</summary>
    public int Waiting { get; set; }

    /// <summary>Least time between two exchanges.</summary>
    public TimeSpan Gap { get; set; }

    /// <summary>When its last exchange ended, as a timestamp; null before the first.</summary>
    public long? LastAsked { get; set; }
}
