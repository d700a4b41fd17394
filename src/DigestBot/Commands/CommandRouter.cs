using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Runs the command that a message asks for. The only way from a platform to the commands.</summary>
internal sealed class CommandRouter
{
    private static readonly CommandDefinition Help = new(CommandText.Help, phrases => phrases.CommandHelp, []);

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

    public Task<Reply> RunAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        Phrases phrases = Phrases.Find(message.Language ?? message.Space.Language) ?? Phrases.English;
        if (!message.IsOperator && _pace.Wait(message.Person) is { } wait)
        {
            long seconds = (long)Math.Ceiling(wait.TotalSeconds);
            return Task.FromResult<Reply>(new Reply.Refusal(phrases.CommandsTooFast(_pace.Limit, seconds)));
        }

        return _text.Read(message.Text, phrases) switch
        {
            CommandReading.Call call => RunAsync(message, phrases, call, cancellationToken),
            CommandReading.Wrong wrong => Task.FromResult<Reply>(new Reply.Refusal(wrong.Sentence)),
            _ => throw new InvalidOperationException("A reading is a call or wrong."),
        };
    }

    private Task<Reply> RunAsync(
        ChatMessage message, Phrases phrases, CommandReading.Call call, CancellationToken cancellationToken)
    {
        if (call.Command == CommandText.Help)
        {
            return Task.FromResult<Reply>(new Reply.OfHelp(Definitions));
        }

        Reader reader = Reader.In(phrases, message.Space.TimeZone, _clock);
        return _commands[call.Command].RunAsync(new(message, reader, call.Arguments), cancellationToken);
    }
}
