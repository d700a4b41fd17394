using System.Text.Json;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Everything that comes from Teams, each to whom it is for.</summary>
internal sealed class TeamsBot(
    TeamsPlaces places, TeamsMessages messages, TeamsWatch watch, TeamsButtons buttons, TeamsStorySearch search, TeamsOpinions opinions,
    TeamsMetrics metrics)
    : TeamsActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        metrics.Came(turnContext.Activity.Type);
        if (!TeamsWatch.IsFarewell(turnContext.Activity))
        {
            await places.KeepAsync(turnContext.Activity, cancellationToken);
        }

        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        messages.ReceiveAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        watch.InstalledAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        watch.RemovedAsync(turnContext, cancellationToken);

    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        await watch.ChangedAsync(turnContext, cancellationToken);
        await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        buttons.PressAsync(turnContext, invokeValue.Action?.Data, cancellationToken);

    protected override async Task<object?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) =>
        await search.FindAsync(turnContext, value, cancellationToken);

    protected override async Task<object?> OnMessageSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken)
    {
        await opinions.KeepAsync(turnContext, value, cancellationToken);
        return new object(); // the client wants an answer
    }
}
