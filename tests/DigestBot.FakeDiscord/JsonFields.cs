using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord;

/// <summary>Reading JSON whose fields may be absent, null or of another type; none of these throws.</summary>
public static class JsonFields
{
    public static string? Text(this JsonNode? node, string name) =>
        node.Field(name) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static long? Number(this JsonNode? node, string name) =>
        node.Field(name) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    public static double? Fraction(this JsonNode? node, string name) =>
        node.Field(name) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : null;

    public static bool? Flag(this JsonNode? node, string name) => node.Field(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An id, written as a string or as a number.</summary>
    public static ulong? Id(this JsonNode? node, string name) => ToId(node.Field(name));

    public static IReadOnlyList<JsonNode?> List(this JsonNode? node, string name) => node.Field(name) is JsonArray list ? [.. list] : [];

    public static IReadOnlyList<ulong> Ids(this JsonNode? node, string name) =>
        [.. node.List(name).Select(ToId).OfType<ulong>()];

    public static bool Has(this JsonNode? node, string name) => node is JsonObject fields && fields.ContainsKey(name);

    public static JsonNode? Field(this JsonNode? node, string name) =>
        node is JsonObject fields && fields.TryGetPropertyValue(name, out JsonNode? value) ? value : null;

    /// <summary>The array of one thing made of each.</summary>
    public static JsonArray ToJsonArray<T>(this IEnumerable<T> things, Func<T, JsonNode?> write) => [.. things.Select(write)];

    public static JsonArray IdArray(this IEnumerable<ulong> ids) => ids.ToJsonArray(id => id.ToText());

    /// <summary>An id as JSON carries it.</summary>
    public static string ToText(this ulong id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time as Discord writes it.</summary>
    public static string ToText(this DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private static ulong? ToId(JsonNode? node) =>
        node is JsonValue && ulong.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : null;
}
