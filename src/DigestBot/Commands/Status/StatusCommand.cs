using DigestBot.Commands.Sources;

namespace DigestBot.Commands.Status;

/// <summary><c>/status</c>: next runs, last results, failing sources and the queue; names and reasons for managers only.</summary>
internal sealed class StatusCommand(StatusReader reader) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("status", phrases => phrases.CommandStatus, []) { PrivateByDefault = true };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        BotStatus status = await reader.ReadAsync(call.Message.Space, cancellationToken);
        return new Reply.OfStatus(status with
        {
            InDetail = call.Message.IsManager,
            Failing = SourceDisclosure.Of(status.Failing),
        });
    }
}
