using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Discord;
using DigestBot.Store;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers buttons. All that they need stands in their custom id, so that those of last year still work.</summary>
internal sealed class ComponentInteractions(DiscordCaller callers, DigestViews views, DiscordDialogue dialogue)
{
    public InteractionPlan Plan(Interaction interaction)
    {
        Phrases phrases = callers.PhrasesFor(interaction);
        return DiscordCustomId.Parse(interaction.Data.CustomId) switch
        {
            { Action: DiscordCustomId.Page, DigestId: { } digest } id =>
                new(Deferral.Change, cancellationToken => PageAsync(interaction, digest, id.Argument, cancellationToken)),
            { Action: DiscordCustomId.Sources, DigestId: { } digest } id => new(
                Deferral.Private,
                cancellationToken => SourcesAsync(interaction, digest, PartMark.Parse(id.Argument), cancellationToken)),
            { Action: DiscordCustomId.Follow, DigestId: { } digest } =>
                new(Deferral.Private, cancellationToken => FollowAsync(interaction, digest, cancellationToken)),
            { Action: DiscordCustomId.FollowStory } id when (id.Argument ?? Chosen(interaction)) is { } story => new(
                Deferral.Private,
                cancellationToken => RunAsync(interaction, id.DigestId, FollowCommand.Name, new() { [FollowWords.Story] = story }, cancellationToken)),
            { Action: DiscordCustomId.Unfollow, DigestId: { } digest } => new(
                Deferral.Private,
                cancellationToken => RunAsync(interaction, digest, UnfollowCommand.Name, new() { [FollowWords.Story] = "1" }, cancellationToken)),
            { Action: DiscordCustomId.Unfollow, DigestId: null } id when long.TryParse(id.Argument ?? Chosen(interaction), out long follow) => new(
                Deferral.Private,
                cancellationToken => RunAsync(
                    interaction, null, UnfollowCommand.Name, new() { [FollowWords.Topic] = FollowWords.MarkOf(follow) }, cancellationToken)),
            { Action: DiscordCustomId.Rate, DigestId: { } digest, Argument: { } opinion } when opinion.Split('-', 2) is [var said, var story] => new(
                Deferral.Private,
                cancellationToken => RunAsync(
                    interaction, digest, RateCommand.Name, new() { [RateCommand.Opinion] = said, [RateCommand.Story] = story }, cancellationToken)),
            { Action: DiscordCustomId.Ask } id => InteractionPlan.Ready(
                new InteractionAnswer.Open(DiscordButtons.QuestionForm(id.DigestId, phrases))),
            _ => InteractionPlan.Ready(dialogue.Refuse(phrases.ButtonUnknown, phrases)),
        };
    }

    private async Task<InteractionAnswer> PageAsync(
        Interaction interaction, string digestId, string? page, CancellationToken cancellationToken)
    {
        (Space space, ChatMessage caller) = await FindAsync(interaction, cancellationToken);
        bool isPrivate = interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) is true;
        return await views.PageAsync(space, digestId, page, caller, isPrivate, cancellationToken);
    }

    private async Task<InteractionAnswer> SourcesAsync(
        Interaction interaction, string digestId, PartMark? part, CancellationToken cancellationToken)
    {
        (Space space, ChatMessage caller) = await FindAsync(interaction, cancellationToken);
        return await views.SourcesAsync(space, digestId, part, caller, cancellationToken);
    }

    private async Task<InteractionAnswer> FollowAsync(Interaction interaction, string digestId, CancellationToken cancellationToken)
    {
        (Space space, ChatMessage caller) = await FindAsync(interaction, cancellationToken);
        return await views.FollowAsync(space, digestId, caller, cancellationToken);
    }

    private static string? Chosen(Interaction interaction) => interaction.Data.Values is [var first, ..] ? first : null;

    private async Task<InteractionAnswer> RunAsync(
        Interaction interaction, string? digestId, string command, Dictionary<string, string> values, CancellationToken cancellationToken) =>
        await dialogue.RunAsync(await callers.OfAsync(interaction, cancellationToken) with { DigestId = digestId }, command, values, cancellationToken);

    private async Task<(Space Shown, ChatMessage Caller)> FindAsync(Interaction interaction, CancellationToken cancellationToken) =>
        (await callers.OfShownAsync(interaction, cancellationToken), await callers.OfAsync(interaction, cancellationToken));
}
