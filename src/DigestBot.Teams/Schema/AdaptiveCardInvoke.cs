using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>What comes with the invoke "adaptiveCard/action": a button of a card was pressed, or the card wants to be fresh.</summary>
public sealed record AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; init; }

    /// <summary>"manual" when pressed, "automatic" when the client refreshes the card.</summary>
    public string? Trigger { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>The button.</summary>
public sealed record AdaptiveCardInvokeAction
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Verb { get; init; }

    /// <summary>The button's own data, together with what was typed into the card.</summary>
    public JsonElement? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>The answer to "adaptiveCard/action": another card, a line of text, or an error.</summary>
public sealed record AdaptiveCardInvokeResponse
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    public int StatusCode { get; init; }

    public string? Type { get; init; }

    public JsonElement? Value { get; init; }

    /// <summary>Puts another card in the place of the one that was pressed.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new() { StatusCode = 200, Type = CardType, Value = card };

    /// <summary>Shows a line to the one who pressed.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new() { StatusCode = 200, Type = MessageType, Value = JsonSerializer.SerializeToElement(text) };

    public static AdaptiveCardInvokeResponse Error(int status, string code, string message) => new()
    {
        StatusCode = status,
        Type = ErrorType,
        Value = JsonSerializer.SerializeToElement(new { code, message }),
    };
}
