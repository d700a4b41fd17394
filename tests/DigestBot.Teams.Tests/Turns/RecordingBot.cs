namespace DigestBot.Teams.Tests.Turns;

/// <summary>Writes down which of its methods were called.</summary>
internal sealed class RecordingBot : TeamsActivityHandler
{
    public List<string> Said { get; } = [];

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Say($"message {turnContext.Activity.RemoveRecipientMention()}");

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Say($"update {turnContext.Activity.Text}");

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Say("delete");

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Say($"added {string.Join(' ', membersAdded.Select(member => member.Id))}");

    protected override Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Say($"removed {string.Join(' ', membersRemoved.Select(member => member.Id))}");

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Say("installed");

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Say("uninstalled");

    protected override Task OnReactionsAddedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Say(messageReactions[0].Type);

    protected override Task OnReactionsRemovedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Say($"-{messageReactions[0].Type}");

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Say($"event {turnContext.Activity.Name}");

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Say($"unknown {turnContext.Activity.Type}");

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        if (invokeValue.Action is null)
        {
            return base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken);
        }

        Say($"card {invokeValue.Action.Verb}");
        return Task.FromResult(AdaptiveCardInvokeResponse.Message("done"));
    }

    private Task Say(string? said)
    {
        Said.Add(said ?? "");
        return Task.CompletedTask;
    }
}
