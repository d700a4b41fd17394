using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>An opened store for one verb. Disposed when the verb ends.</summary>
internal interface ITerminalSession : IAsyncDisposable
{
    Space Space { get; }

    /// <summary>Configured language of the bot's own sentences; null for English.</summary>
    string? Language { get; }

    /// <summary>True where the bundled sample news stand in for an empty store.</summary>
    bool UsesSamples { get; }

    /// <summary>A part of the bot, bound to this store.</summary>
    T Get<T>()
        where T : notnull;
}
