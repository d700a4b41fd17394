using System.Net;
using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>A bot in Teams: the invokes of Teams by name. What is not overridden is answered with 501.</summary>
public abstract class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Func<ITurnContext<IInvokeActivity>, JsonElement, CancellationToken, Task<object?>>? handler = turnContext.Activity.Name switch
        {
            "composeExtension/query" => OnTeamsMessagingExtensionQueryAsync,
            "composeExtension/queryLink" => OnTeamsAppBasedLinkQueryAsync,
            "composeExtension/anonymousQueryLink" => OnTeamsAnonymousAppBasedLinkQueryAsync,
            "composeExtension/selectItem" => OnTeamsMessagingExtensionSelectItemAsync,
            "composeExtension/submitAction" => OnTeamsMessagingExtensionSubmitActionAsync,
            "composeExtension/fetchTask" => OnTeamsMessagingExtensionFetchTaskAsync,
            "composeExtension/querySettingUrl" => OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync,
            "composeExtension/setting" => OnTeamsMessagingExtensionConfigurationSettingAsync,
            "composeExtension/onCardButtonClicked" => OnTeamsMessagingExtensionCardButtonClickedAsync,
            "task/fetch" => OnTeamsTaskModuleFetchAsync,
            "task/submit" => OnTeamsTaskModuleSubmitAsync,
            "tab/fetch" => OnTeamsTabFetchAsync,
            "tab/submit" => OnTeamsTabSubmitAsync,
            "config/fetch" => OnTeamsConfigFetchAsync,
            "config/submit" => OnTeamsConfigSubmitAsync,
            "fileConsent/invoke" => OnTeamsFileConsentAsync,
            "actionableMessage/executeAction" => OnTeamsO365ConnectorCardActionAsync,
            "message/submitAction" => OnMessageSubmitActionAsync,
            "message/fetchTask" => OnMessageFetchTaskAsync,
            "signin/verifyState" => OnTeamsSigninVerifyStateAsync,
            "signin/tokenExchange" => OnTeamsSigninTokenExchangeAsync,
            "application/search" => OnSearchInvokeAsync,
            _ => null,
        };
        return handler is null
            ? await base.OnInvokeActivityAsync(turnContext, cancellationToken)
            : InvokeResponse.Of(HttpStatusCode.OK, await handler(turnContext, turnContext.Activity.Value ?? default, cancellationToken));
    }

    /// <summary>Somebody searches from the message box; answer within five seconds.</summary>
    protected virtual Task<object?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>A link of a domain of ours was pasted.</summary>
    protected virtual Task<object?> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>The same, by somebody who has not installed the app.</summary>
    protected virtual Task<object?> OnTeamsAnonymousAppBasedLinkQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>A result of a search was chosen.</summary>
    protected virtual Task<object?> OnTeamsMessagingExtensionSelectItemAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsMessagingExtensionConfigurationSettingAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsMessagingExtensionCardButtonClickedAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>A dialog is opened.</summary>
    protected virtual Task<object?> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>A dialog was filled in.</summary>
    protected virtual Task<object?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsTabFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsTabSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsConfigFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsConfigSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsFileConsentAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsO365ConnectorCardActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>Feedback on a message of the bot; the answer is empty.</summary>
    protected virtual Task<object?> OnMessageSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>The form for feedback of the bot's own kind is asked for.</summary>
    protected virtual Task<object?> OnMessageFetchTaskAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsSigninVerifyStateAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    protected virtual Task<object?> OnTeamsSigninTokenExchangeAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    /// <summary>Choices for a card's search box are asked for.</summary>
    protected virtual Task<object?> OnSearchInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => NotImplemented();

    private static Task<object?> NotImplemented() => throw InvokeResponseException.NotImplemented();
}
