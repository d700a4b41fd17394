namespace DigestBot.Commands;

/// <summary>One thing that people can ask, whatever the platform. Safe to call concurrently.</summary>
internal interface IChatCommand
{
    CommandDefinition Definition { get; }

    /// <summary>Answers one use of the command.</summary>
    /// <returns>Expected failures are a <see cref="Reply.Refusal"/>; an exception is a bug or a broken store.</returns>
    Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
