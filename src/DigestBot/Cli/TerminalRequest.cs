using DigestBot.Adapters;

namespace DigestBot.Cli;

/// <summary>What the options common to all verbs ask for.</summary>
/// <param name="DataDirectory">Folder of an SQLite store; null for the configured store.</param>
/// <param name="SpaceKey">The tenant to act for.</param>
/// <param name="SamplesWhenEmpty">Whether the bundled sample news stand in for a store without an article.</param>
/// <param name="Verbose">Whether to log more.</param>
internal sealed record TerminalRequest(string? DataDirectory, string SpaceKey, bool SamplesWhenEmpty, bool Verbose)
{
    /// <summary>Where posts to the console channel are printed; null where there is no such place.</summary>
    public ITerminal? Terminal { get; init; }
}
