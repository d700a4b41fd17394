using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Runs the command that a message asks for. The only way from a platform to the commands.</summary>
internal sealed class CommandRouter
{
    private static readonly CommandDefinition Help = new(CommandText.Help, phrases => phrases.CommandHelp, [])
    {
        PrivateByDefault = true,
    };

    private readonly Dictionary<string, IChatCommand> _commands;
    private readonly CommandText _text;
    private readonly CommandPace _pace;
    private readonly TimeProvider _clock;

    public CommandRouter(IEnumerable<IChatCommand> commands, CommandPace pace, TimeProvider clock)
    {
        IChatCommand[] known = [.. commands];
        _commands = known.ToDictionary(command => command.Definition.Name, StringComparer.Ordinal);
        _pace = pace;
        _clock = clock;
        Definitions = [.. known.Select(command => command.Definition), Help];
        _text = new(Definitions);
    }

    /// <summary>What there is, in the order of a menu.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    public CommandDefinition? Find(string command) =>
        Definitions.FirstOrDefault(definition => string.Equals(definition.Name, command, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a use of the command is answered to whoever asked and nobody else; what is unknown is refused in private.</summary>
    public bool IsPrivate(string command, IReadOnlyDictionary<string, string> values) =>
        Find(command)?.IsPrivate(values) ?? true;

    /// <summary>Runs what the message's text says.</summary>
    public Task<Reply> RunAsync(ChatMessage message, CancellationToken cancellationToken) =>
        RunAsync(message, phrases => _text.Read(message.Text, phrases), cancellationToken);

    /// <summary>Runs a command whose arguments the platform gives by name; the text is not looked at.</summary>
    /// <param name="message">Who asks, and where.</param>
    /// <param name="command">Its name.</param>
    /// <param name="values">By name of the parameter; <see cref="CommandAction.Key"/> says which action, where there are several.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Reply> RunAsync(
        ChatMessage message, string command, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken) =>
        RunAsync(
            message with { IsFollowUp = false },
            phrases => Find(command) is { } known ? NamedArguments.Take(known, values, phrases) : _text.Unknown(command, phrases),
            cancellationToken);

    private async Task<Reply> RunAsync(
        ChatMessage message, Func<Phrases, CommandReading> read, CancellationToken cancellationToken)
    {
        // What is refused is said to whoever asked alone.
        Phrases phrases = message.ReaderOf(isPrivate: true, _clock).Phrases;
        if (!message.IsOperator && _pace.Wait(message.Person) is { } refused)
        {
            long seconds = (long)Math.Ceiling(refused.Left.TotalSeconds);
            return new Reply.Refusal(phrases.CommandsTooFast(_pace.Limit, seconds)) { IsPrivate = true, IsRepeated = !refused.IsFirst };
        }

        if (message.IsFollowUp && string.IsNullOrWhiteSpace(message.Text))
        {
            return new Reply.Plain(phrases.FollowUpUnread);
        }

        return read(phrases) switch
        {
            CommandReading.Call call => await RunAsync(message, call, cancellationToken),
            CommandReading.Wrong wrong => new Reply.Refusal(wrong.Sentence) { IsPrivate = true },
            _ => throw new InvalidOperationException("A reading is a call or wrong."),
        };
    }

    private async Task<Reply> RunAsync(
        ChatMessage message, CommandReading.Call call, CancellationToken cancellationToken)
    {
        bool isPrivate = IsPrivate(call.Command, call.Arguments.Values);
        if (call.Command == CommandText.Help)
        {
            return new Reply.OfHelp(Definitions) { IsPrivate = isPrivate };
        }

        Reader reader = message.ReaderOf(isPrivate, _clock);
        var use = new CommandCall(message, reader, call.Arguments) { IsPrivate = isPrivate };
        return await _commands[call.Command].RunAsync(use, cancellationToken) with { IsPrivate = isPrivate };
    }
}
