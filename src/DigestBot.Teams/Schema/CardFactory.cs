using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Teams;

/// <summary>Makes cards. A convenience of ours: the class of this name exists in JavaScript only.</summary>
public static class CardFactory
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>An Adaptive Card as an attachment. The card is copied, so it may be changed and used again.</summary>
    public static Attachment AdaptiveCard(JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new Attachment { ContentType = AdaptiveCardType, Content = JsonSerializer.SerializeToElement(card, TeamsJson.Options) };
    }
}
