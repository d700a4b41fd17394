using DigestBot.Adapters;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>What the doctor saw; judged by <see cref="Doctor"/>.</summary>
internal sealed record DoctorFacts
{
    public IReadOnlyList<string> ConfigurationProblems { get; init; } = [];

    /// <summary>Null when the store does not open; then <see cref="StoreProblem"/> says why.</summary>
    public StoreState? Store { get; init; }

    public string? StoreProblem { get; init; }

    /// <summary>Where the store's file lies; null when it is not on this machine.</summary>
    public string? StoreFolder { get; init; }

    public bool FolderIsWritable { get; init; }

    /// <summary>Null when it cannot be known.</summary>
    public long? FreeMegabytes { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>When this program was built or installed.</summary>
    public required DateTimeOffset Built { get; init; }

    /// <summary>The zone that this machine does not know, or null.</summary>
    public string? MissingZone { get; init; }

    /// <summary>Null when the store does not open.</summary>
    public IReadOnlyList<Source>? Sources { get; init; }

    /// <summary>The schedules that run next, of all spaces; null when the store does not open.</summary>
    public IReadOnlyList<Schedule>? Schedules { get; init; }

    /// <summary>Null when the store does not open.</summary>
    public OutboxState? Outbox { get; init; }

    /// <summary>What the platforms found themselves.</summary>
    public IReadOnlyList<Finding> OfPlatforms { get; init; } = [];

    public bool SamplesPresent { get; init; }
}
