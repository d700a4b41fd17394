using DigestBot.Commands;
using DigestBot.Commands.Suggestions;
using DigestBot.Discord;
using DigestBot.Store;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Offers what could be meant while somebody types; nothing rather than something late.</summary>
internal sealed class TypingInteractions(
    CommandRouter router, DiscordCaller callers, DigestFinder digests, Suggester suggester, TimeProvider clock)
{
    /// <summary>Later, the next letter has been typed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public InteractionPlan Plan(Interaction interaction)
    {
        CommandUse use = CommandUse.Of(interaction.Data, router.Find(interaction.Data.Name));
        return CommandUse.Focused(interaction.Data) is { } focused
            ? new(Deferral.Never, cancellationToken => OfferAsync(interaction, use, focused, cancellationToken))
            : InteractionPlan.Ready(new InteractionAnswer.Offer([]));
    }

    private async Task<InteractionAnswer> OfferAsync(
        Interaction interaction, CommandUse use, InteractionOption focused, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<Suggestion> suggestions =
                await FindAsync(interaction, use, focused, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return new InteractionAnswer.Offer(
            [
                .. suggestions
                    .Where(suggestion => suggestion.Value.Length is > 0 and <= DiscordLimits.ChoiceName)
                    .DistinctBy(suggestion => suggestion.Value, StringComparer.Ordinal)
                    .Take(DiscordLimits.Choices)
                    .Select(suggestion => new ApplicationCommandOptionChoice(Label(suggestion), suggestion.Value)),
            ]);
        }
        catch (Exception exception) when (exception is TimeoutException or StoreException)
        {
            return new InteractionAnswer.Offer([]);
        }
    }

    private async Task<IReadOnlyList<Suggestion>> FindAsync(
        Interaction interaction, CommandUse use, InteractionOption focused, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(interaction, cancellationToken);
        if (interaction is { GuildId: not null, ChannelId: { } channelId, Channel: { IsThread: true } channel })
        {
            await digests.BeginAsync(caller.Space, channelId, channel, cancellationToken);
        }

        var query = new SuggestionQuery(caller, use.Name, use.Action, focused.Name, focused.Value?.ToString() ?? "");
        return await suggester.FindAsync(query, cancellationToken);
    }

    // A label is shown as plain text; what has nothing to show stands for itself.
    private static string Label(Suggestion suggestion)
    {
        string label = ShortText.Of(suggestion.Label.Trim(), DiscordLimits.ChoiceName);
        return label.Length > 0 ? label : suggestion.Value;
    }
}
