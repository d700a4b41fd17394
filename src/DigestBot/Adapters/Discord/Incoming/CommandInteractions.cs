using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers commands: through a form where something that the command needs was left out, otherwise at once.</summary>
internal sealed class CommandInteractions(
    CommandRouter router, DiscordCaller callers, DigestFinder digests, DiscordDialogue dialogue, CommandForms forms)
{
    public InteractionPlan Plan(Interaction interaction)
    {
        CommandUse use = CommandUse.Of(interaction.Data, router.Find(interaction.Data.Name));
        return forms.Opens(use)
            ? new(Deferral.Never, cancellationToken => OpenAsync(interaction, use, cancellationToken))
            : new(DeferralOf(use), cancellationToken => RunAsync(interaction, use, cancellationToken));
    }

    /// <summary>Who will see the answer is known before it is found.</summary>
    public Deferral DeferralOf(CommandUse use) => router.IsPrivate(use.Name, use.Values) ? Deferral.Private : Deferral.Public;

    public async Task<InteractionAnswer> RunAsync(Interaction interaction, CommandUse use, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        if (interaction is { GuildId: not null, ChannelId: { } channelId, Channel: { } channel })
        {
            await digests.BeginAsync(caller.Space, channelId, channel, cancellationToken);
        }

        return await dialogue.RunAsync(caller, use.Name, use.Values, cancellationToken);
    }

    private async Task<InteractionAnswer> OpenAsync(Interaction interaction, CommandUse use, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        return await forms.FindAsync(use, caller, cancellationToken) is { } form
            ? new InteractionAnswer.Open(form)
            : await dialogue.RunAsync(caller, use.Name, use.Values, cancellationToken);
    }
}
