using DigestBot.Chat;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>The one entry for commands, typing, buttons and forms, whether they come over the gateway or over HTTP.</summary>
internal sealed partial class DiscordInteractions(
    CommandInteractions commands,
    MessageInteractions messages,
    ComponentInteractions components,
    FormInteractions forms,
    TypingInteractions typing,
    DiscordCaller callers,
    DiscordDialogue dialogue,
    InteractionResponder responder,
    ILogger<DiscordInteractions> logger)
{
    private const int MostSeen = 20_000;

    private readonly SeenIds _seen = new(MostSeen);

    /// <summary>Ends when the interaction was answered, or cannot be any more. One that comes twice is answered once.</summary>
    public Task ReceiveAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (!_seen.TryAdd(interaction.Id))
        {
            return Task.CompletedTask;
        }

        Phrases phrases = callers.PhrasesFor(interaction);
        InteractionPlan? plan = interaction.Type switch
        {
            InteractionType.ApplicationCommand when interaction.Data.Type == ApplicationCommandType.Message => messages.Plan(interaction),
            InteractionType.ApplicationCommand => commands.Plan(interaction),
            InteractionType.ApplicationCommandAutocomplete => typing.Plan(interaction),
            InteractionType.MessageComponent => components.Plan(interaction),
            InteractionType.ModalSubmit => forms.Plan(interaction),
            _ => null,
        };
        return plan is null
            ? Task.CompletedTask
            : responder.AnswerAsync(interaction, Safely(interaction, plan, phrases), phrases, cancellationToken);
    }

    // Whoever asked must hear something, so this catches everything but our own shutdown.
    private InteractionPlan Safely(Interaction interaction, InteractionPlan plan, Phrases phrases) => plan with
    {
        AnswerAsync = async cancellationToken =>
        {
            try
            {
                return await plan.AnswerAsync(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(exception, interaction.Type);
                return interaction.Type == InteractionType.ApplicationCommandAutocomplete
                    ? new InteractionAnswer.Offer([])
                    : dialogue.Refuse(phrases.ChatFailed, phrases);
            }
        },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "An interaction {Type} could not be answered")]
    private partial void LogFailed(Exception exception, InteractionType type);
}
