namespace DigestBot.Commands;

/// <summary>One thing that people can ask, whatever the platform. Safe to call concurrently.</summary>
internal interface IChatCommand
{
    CommandDefinition Definition { get; }

    /// <summary>An expected failure is a <see cref="Reply.Refusal"/>; an exception is a bug, a broken store or a cancelled call.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
