using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Makes Adaptive Cards of the version that Teams draws everywhere.</summary>
internal static class CardDocument
{
    /// <summary>The largest message that has always been taken, counted in UTF-8.</summary>
    public const int MostBytes = 28 * 1024;

    /// <summary>What a page of lines may take, so that buttons, the frame and the message around the card fit as well.</summary>
    public const int MostOfLines = MostBytes - (6 * 1024);

    private const string Version = "1.5";
    private const int LongestFallback = 500;

    /// <summary>More buttons than Teams draws in one row are put into rows of their own.</summary>
    private const int MostInRow = 5;

    /// <param name="body">From top to bottom.</param>
    /// <param name="actions">Buttons below.</param>
    /// <param name="fallback">What clients say that cannot draw the card; plain.</param>
    /// <param name="phrases">Whose direction it has.</param>
    public static JsonObject Of(IEnumerable<JsonNode> body, IEnumerable<JsonNode> actions, string fallback, Phrases phrases)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["fallbackText"] = TeamsText.Escape(ShortText.Of(fallback, LongestFallback)),
            ["body"] = new JsonArray([.. body]),
            ["msteams"] = new JsonObject { ["width"] = "Full" },
        };
        if (phrases.RightToLeft)
        {
            card["rtl"] = true;
        }

        switch (actions.ToArray())
        {
            case { Length: > MostInRow } many:
                foreach (JsonNode[] row in many.Chunk(MostInRow))
                {
                    card["body"]!.AsArray().Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(row) });
                }

                break;
            case { Length: > 0 } few:
                card["actions"] = new JsonArray(few);
                break;
        }

        return card;
    }

    public static int BytesOf(JsonNode card) => Encoding.UTF8.GetByteCount(card.ToJsonString(TeamsJson.Options));
}
