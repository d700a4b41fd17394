using DigestBot.Adapters.Discord.Menu;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers the commands in the menu of a message.</summary>
internal sealed class MessageInteractions(DiscordCaller callers, DigestFinder digests, DigestViews views, DiscordDialogue dialogue)
{
    public InteractionPlan Plan(Interaction interaction)
    {
        Message? target = interaction.Data.TargetId is { } id ? interaction.Data.Resolved.Messages.GetValueOrDefault(id) : null;
        Phrases phrases = callers.PhrasesFor(interaction);
        return interaction.Data.Name switch
        {
            DiscordMenu.AskAboutThis when target is not null =>
                new(Deferral.Never, cancellationToken => AskAsync(interaction, target, cancellationToken)),
            DiscordMenu.ShowSources when target is not null =>
                new(Deferral.Private, cancellationToken => ShowAsync(interaction, target, cancellationToken)),
            _ => InteractionPlan.Ready(dialogue.Refuse(phrases.ButtonUnknown, phrases)),
        };
    }

    // A digest says better what it is about than its text does.
    private async Task<InteractionAnswer> AskAsync(Interaction interaction, Message target, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        Phrases phrases = DiscordDialogue.PhrasesOf(caller);
        if ((await digests.MarkOfAsync(target, cancellationToken))?.DigestId is { } digestId)
        {
            return new InteractionAnswer.Open(DiscordButtons.QuestionForm(digestId, phrases));
        }

        return MessageText.Of(target) is { Length: > 0 } text
            ? new InteractionAnswer.Open(QuestionForm.About(text, phrases))
            : dialogue.Refuse(phrases.MessageWithoutText, phrases);
    }

    private async Task<InteractionAnswer> ShowAsync(Interaction interaction, Message target, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        Phrases phrases = DiscordDialogue.PhrasesOf(caller);
        DigestMark? mark = await digests.MarkOfAsync(target, cancellationToken);
        return mark is { DigestId: { } digestId } && IsDigest(target, mark)
            ? await views.SourcesAsync(caller.Space, digestId, mark.Part, caller, cancellationToken)
            : dialogue.Refuse(phrases.MessageNotDigest, phrases);
    }

    // An answer names the digest that it was asked about, but quotes other sentences, and below each stands its source.
    private static bool IsDigest(Message message, DigestMark mark) =>
        mark.Part is not null || message.Embeds.Any(embed => DiscordFooter.DigestId(embed.Footer?.Text) is not null);
}
