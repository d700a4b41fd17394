using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Testing;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Turns;

/// <summary>Each kind of activity reaches its own method.</summary>
public sealed class ActivityHandlerTests
{
    public static TheoryData<string> Invokes =>
    [
        "composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/selectItem",
        "composeExtension/submitAction", "composeExtension/fetchTask", "composeExtension/querySettingUrl", "composeExtension/setting",
        "composeExtension/onCardButtonClicked", "task/fetch", "task/submit", "tab/fetch", "tab/submit", "config/fetch", "config/submit",
        "fileConsent/invoke", "actionableMessage/executeAction", "message/submitAction", "message/fetchTask", "signin/verifyState",
        "signin/tokenExchange", "application/search", "adaptiveCard/action", "something/unknown",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"message","text":"hello"}""", "message hello")]
    [InlineData("""{"type":"messageUpdate","text":"hello"}""", "update hello")]
    [InlineData("""{"type":"messageDelete"}""", "delete")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"},{"id":"ann"}]}""", "added ann")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"}]}""", "")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"ann"},{"id":"bot"}]}""", "removed ann")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"other"}""", "")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad"}]}""", "like,-sad")]
    [InlineData("""{"type":"event","name":"tick"}""", "event tick")]
    [InlineData("""{"type":"typing"}""", "unknown typing")]
    public async Task An_activity_reaches_the_method_for_its_kind(string json, string said)
    {
        var bot = new RecordingBot();

        await new TestAdapter().ProcessActivityAsync(
            JsonSerializer.Deserialize<Activity>(json, TeamsJson.Options)!, bot.OnTurnAsync, Cancel);

        Assert.Equal(said, string.Join(',', bot.Said));
    }

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task An_invoke_that_is_not_overridden_is_answered_with_501(string name)
    {
        InvokeResponse? answer = await InvokeAsync(new RecordingBot(), name, JsonNode.Parse("{}"));

        Assert.Equal((int)HttpStatusCode.NotImplemented, answer?.Status);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("message/submitAction")]
    public async Task An_invoke_that_is_overridden_is_answered_with_what_the_method_gives(string name)
    {
        InvokeResponse? answer = await InvokeAsync(new AnsweringBot(), name, JsonNode.Parse("""{"a":1}"""));

        Assert.Equal((int)HttpStatusCode.OK, answer?.Status);
        Assert.Equal($$"""{{name}} {"a":1}""", answer?.Body);
    }

    [Theory]
    [InlineData("01-installationUpdate--personal", "installed")]
    [InlineData("02-conversationUpdate--personal", "added user-id-0")]
    [InlineData("03-message--personal", "message hello")]
    [InlineData("08-invoke-adaptiveCard_action-personal", "card more")]
    [InlineData("11-message--groupChat", "message digest iraq")]
    [InlineData("14-installationUpdate--channel", "installed")]
    [InlineData("15-conversationUpdate--channel", "")]
    public async Task A_recorded_activity_reaches_its_method(string name, string said)
    {
        string json = await File.ReadAllTextAsync(SharedData.Path("data", "teams", "wire-samples", $"{name}.json"), Cancel);
        var bot = new RecordingBot();

        await new TestAdapter().ProcessActivityAsync(
            JsonSerializer.Deserialize<Activity>(json, TeamsJson.Options)!, bot.OnTurnAsync, Cancel);

        Assert.Equal(said, string.Join(',', bot.Said));
    }

    private static Task<InvokeResponse?> InvokeAsync(IBot bot, string name, JsonNode? value) => new TestAdapter().ProcessActivityAsync(
        new Activity { Type = ActivityTypes.Invoke, Name = name, Value = JsonSerializer.SerializeToElement(value) }, bot.OnTurnAsync, Cancel);

    private sealed class AnsweringBot : TeamsActivityHandler
    {
        protected override Task<object?> OnTeamsMessagingExtensionQueryAsync(
            ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => Answer(turnContext, value);

        protected override Task<object?> OnMessageSubmitActionAsync(
            ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) => Answer(turnContext, value);

        private static Task<object?> Answer(ITurnContext<IInvokeActivity> turn, JsonElement value) =>
            Task.FromResult<object?>($"{turn.Activity.Name} {value.GetRawText()}");
    }
}
