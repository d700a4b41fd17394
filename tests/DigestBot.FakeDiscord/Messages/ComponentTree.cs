using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Walks components with all that is nested in them.</summary>
internal static class ComponentTree
{
    public static IEnumerable<JsonObject> All(JsonNode? components) =>
        components is JsonArray list ? list.OfType<JsonObject>().SelectMany(WithInner) : [];

    /// <summary>The text that a reader sees in text displays.</summary>
    public static string TextOf(JsonNode? components) =>
        string.Join('\n', All(components).Where(c => c.Number("type") == 10).Select(c => c.Text("content")));

    private static IEnumerable<JsonObject> WithInner(JsonObject component) =>
    [
        component,
        .. All(component.Field("components")),
        .. component.Field("accessory") is JsonObject accessory ? WithInner(accessory) : [],
        .. component.Field("component") is JsonObject labelled ? WithInner(labelled) : [],
    ];
}
