using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>One line of a card, and how much of a message it takes.</summary>
/// <remarks>
/// Invariant: everything stands in text runs, which know no markup. So news needs no escaping, and can neither fake a link
/// nor mention anybody.
/// </remarks>
internal sealed class CardLine
{
    private readonly string _json;

    private CardLine(JsonObject element)
    {
        _json = element.ToJsonString(TeamsJson.Options);
        Bytes = Encoding.UTF8.GetByteCount(_json) + 1; // and the comma
    }

    public int Bytes { get; }

    public static CardLine Of(string text, CardStyle style = CardStyle.Body) => Of([new(text, style)]);

    /// <param name="runs">In reading order.</param>
    /// <param name="begins">True for the first line of something that is set apart from what stands above.</param>
    public static CardLine Of(IReadOnlyList<CardRun> runs, bool begins = false)
    {
        var element = new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray([.. runs.SelectMany(Inlines)]),
            ["spacing"] = begins ? "Medium" : "Small",
        };
        if (begins)
        {
            element["separator"] = true;
        }

        return new(element);
    }

    /// <summary>As it stands in a card.</summary>
    public JsonNode Element() => JsonNode.Parse(_json)!;

    // Clients take two braces for the beginning of a date that they format, so the two never stand in one run.
    private static IEnumerable<JsonNode> Inlines(CardRun run)
    {
        int from = 0;
        for (int brace; (brace = run.Text.IndexOf("{{", from, StringComparison.Ordinal)) >= 0; from = brace + 1)
        {
            yield return Inline(run with { Text = run.Text[from..(brace + 1)] });
        }

        yield return Inline(run with { Text = run.Text[from..] });
    }

    private static JsonObject Inline(CardRun run)
    {
        var inline = new JsonObject { ["type"] = "TextRun", ["text"] = run.Text };
        switch (run.Style)
        {
            case CardStyle.Heading:
                (inline["size"], inline["weight"]) = ("Large", "Bolder");
                break;
            case CardStyle.Title:
                inline["weight"] = "Bolder";
                break;
            case CardStyle.Muted:
                (inline["size"], inline["isSubtle"]) = ("Small", true);
                break;
        }

        if (run.Address is { } address)
        {
            inline["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        }

        return inline;
    }
}
