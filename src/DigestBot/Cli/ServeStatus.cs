using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>What runs, and where.</summary>
internal sealed record ServeStatus(StoreState Store, IReadOnlyList<string> HealthAddresses);
