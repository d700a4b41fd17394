using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>A command that remembers how it was called.</summary>
internal sealed class FakeCommand(string name, params ParameterKind[] parameters) : IChatCommand
{
    public CommandCall? Called { get; private set; }

    public Exception? Throws { get; init; }

    public CommandDefinition Definition { get; } = new(
        name,
        phrases => phrases.CommandHelp,
        [
            .. parameters.Select(kind => new CommandParameter(
                kind.ToString().ToLowerInvariant(), kind, kind == ParameterKind.Question, false, phrases => phrases.ParameterTopic)),
        ]);

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Called = call;
        return Throws is { } exception
            ? Task.FromException<Reply>(exception)
            : Task.FromResult<Reply>(new Reply.Plain($"{name} ran"));
    }
}
