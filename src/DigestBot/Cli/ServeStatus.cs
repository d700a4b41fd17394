using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>What runs, and where.</summary>
internal sealed record ServeStatus(StoreState Store, IReadOnlyList<string> HealthAddresses)
{
    /// <summary>Chat platforms that are spoken, beside the terminal.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];
}
