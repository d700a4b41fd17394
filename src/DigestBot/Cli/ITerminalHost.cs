namespace DigestBot.Cli;

/// <summary>What the terminal needs of the composition root.</summary>
internal interface ITerminalHost
{
    /// <summary>Opens the store for one verb, migrated and ready.</summary>
    /// <exception cref="Store.StoreException">The store cannot be opened; the message says why and what to do.</exception>
    Task<ITerminalSession> OpenAsync(TerminalRequest request, CancellationToken cancellationToken);

    /// <summary>Runs the worker and its endpoints until cancelled; calls <paramref name="started"/> once they run.</summary>
    Task ServeAsync(TerminalRequest request, Action<ServeStatus> started, CancellationToken cancellationToken);

    /// <summary>What is wrong with the configuration, one sentence each; opens nothing.</summary>
    IReadOnlyList<string> CheckConfiguration(TerminalRequest request);
}
