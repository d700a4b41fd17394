using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>Compares JSON by what it means to Discord.</summary>
internal static class JsonMeaning
{
    /// <summary>Where the second says otherwise than the first, or more than defaults beyond it; empty if nowhere.</summary>
    /// <remarks>
    /// Numbers and strings of the same digits are equal, so are two ways to write an instant. What only the first has is no
    /// difference: it was ignored. What only the second has must be empty, false or zero.
    /// </remarks>
    public static IEnumerable<string> Contradictions(JsonNode? first, JsonNode? second, string path = "$")
    {
        switch (first, second)
        {
            case (JsonObject one, JsonObject other):
                return other.SelectMany(pair => one.TryGetPropertyValue(pair.Key, out JsonNode? value) && value is not null
                    ? Contradictions(value, pair.Value, $"{path}.{pair.Key}")
                    : IsDefault(pair.Value) ? [] : [$"{path}.{pair.Key} was invented"]);
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                return one.Zip(other).SelectMany((pair, i) => Contradictions(pair.First, pair.Second, $"{path}[{i}]"));
            default:
                return Text(first) == Text(second) ? [] : [$"{path} was {first?.ToJsonString()} and is {second?.ToJsonString()}"];
        }
    }

    private static bool IsDefault(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject inside => inside.All(pair => IsDefault(pair.Value)),
        _ => Text(node) is "" or "0" or "false" or "1970-01-01" or "0001-01-01T00:00:00.0000000+00:00",
    };

    private static string Text(JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is [_, _, _, _, '-', ..] text
            && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset instant)
                ? instant.ToUniversalTime().ToString("O")
                : value.ToString()
        : node?.ToJsonString() ?? "null";
}
