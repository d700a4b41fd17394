using System.Text.Json.Nodes;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What a card says, as somebody would read it.</summary>
internal static class CardReading
{
    /// <summary>Its lines, each as one text.</summary>
    public static IReadOnlyList<string> Lines(JsonNode card) => [.. Blocks(card).Select(Text)];

    /// <summary>The lines that are quotes in full size: neither bold nor small.</summary>
    public static IReadOnlyList<string> Quotes(JsonNode card) =>
        [.. Blocks(card).Where(block => IsBody(block["inlines"]![0]!) && block["inlines"]!.AsArray().Any(IsNumber)).Select(Text)];

    public static IReadOnlyList<JsonObject> Runs(JsonNode card) =>
        [.. Blocks(card).SelectMany(block => block["inlines"]!.AsArray()).Select(run => run!.AsObject())];

    public static JsonObject Button(JsonNode card, string title) =>
        Buttons(card).Single(action => action["title"]!.ToString() == title);

    public static IReadOnlyList<JsonObject> Buttons(JsonNode card) =>
    [
        .. card["body"]!.AsArray().Where(element => element!["type"]!.ToString() == "ActionSet").Append(card)
            .SelectMany(element => element!["actions"] as JsonArray ?? []).Select(action => action!.AsObject()),
    ];

    public static IReadOnlyList<JsonObject> Inputs(JsonNode card) =>
        [.. card["body"]!.AsArray().Select(element => element!.AsObject()).Where(element => element["type"]!.ToString().StartsWith("Input.", StringComparison.Ordinal))];

    private static IEnumerable<JsonObject> Blocks(JsonNode card) =>
        card["body"]!.AsArray().Select(element => element!.AsObject()).Where(element => element["type"]!.ToString() == "RichTextBlock");

    private static string Text(JsonObject block) => string.Concat(block["inlines"]!.AsArray().Select(run => run!["text"]!.ToString()));

    private static bool IsBody(JsonNode run) => run["weight"] is null && run["size"] is null;

    private static bool IsNumber(JsonNode? run) =>
        run!["isSubtle"] is not null && run["text"]!.ToString() is { } text && text.StartsWith(" [", StringComparison.Ordinal) && text.EndsWith(']');
}
