using System.Text.Json;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Everything that comes from Teams, each to whom it is for.</summary>
internal sealed class TeamsBot(
    TeamsPlaces places, TeamsMessages messages, TeamsWatch watch, TeamsButtons buttons, TeamsStorySearch search, TeamsMetrics metrics)
    : TeamsActivityHandler
{
    private const string Feedback = "feedback";

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

    // There is no place where opinions are kept; they are counted, and the client wants an answer.
    protected override Task<object?> OnMessageSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken)
    {
        if (Text(value, "actionName") == Feedback)
        {
            string? reaction = value.TryGetProperty("actionValue", out JsonElement given) ? Text(given, "reaction") : null;
            metrics.Feedback(reaction is "like" or "dislike" ? reaction : "other");
        }

        return Task.FromResult<object?>(new object());
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
