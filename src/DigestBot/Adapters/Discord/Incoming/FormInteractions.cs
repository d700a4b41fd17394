using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers forms that were sent in: a question, or a command whose values were typed there.</summary>
internal sealed class FormInteractions(
    DiscordCaller callers, DiscordDialogue dialogue, CommandForms forms, CommandInteractions commands)
{
    public InteractionPlan Plan(Interaction interaction)
    {
        Phrases phrases = callers.PhrasesFor(interaction);
        return DiscordCustomId.Parse(interaction.Data.CustomId) switch
        {
            { Action: DiscordCustomId.Question } id => new(
                IsAboutPrivate(interaction) ? Deferral.Private : Deferral.Public,
                cancellationToken => AskAsync(interaction, id.DigestId, cancellationToken)),
            { Action: DiscordCustomId.Form, Argument: { } argument } when FormState.Parse(argument) is { } state => new(
                commands.DeferralOf(state.Use),
                cancellationToken => RunAsync(interaction, state, cancellationToken)),
            _ => InteractionPlan.Ready(dialogue.Refuse(phrases.ButtonUnknown, phrases)),
        };
    }

    private async Task<InteractionAnswer> AskAsync(Interaction interaction, string? digestId, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        var values = new Dictionary<string, string>
        {
            [CommandText.Question] = interaction.Data.InputValue(DiscordButtons.QuestionField) ?? "",
            [CommandDefinition.Private] = IsAboutPrivate(interaction) ? "yes" : "no",
        };
        ChatMessage message = caller with { DigestId = digestId, Quoted = interaction.Data.InputValue(QuestionForm.QuotedField) };
        return await dialogue.RunAsync(message, CommandText.Ask, values, cancellationToken);
    }

    private async Task<InteractionAnswer> RunAsync(Interaction interaction, FormState state, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        CommandUse use = await forms.ReadAsync(state, interaction.Data, caller, cancellationToken);
        return await dialogue.RunAsync(caller, use.Name, use.Values, cancellationToken);
    }

    // What is asked about something that nobody else sees is answered to nobody else.
    private static bool IsAboutPrivate(Interaction interaction) => interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true;
}
