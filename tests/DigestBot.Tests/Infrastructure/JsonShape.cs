using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Infrastructure;

/// <summary>Holds a JSON document against a contract: exactly these keys, in these kinds.</summary>
/// <remarks>
/// A contract is a document of the same form whose leaves name a kind: text, id, number, flag or instant, with a
/// question mark where null is allowed. A list holds the contract of its elements.
/// </remarks>
internal static class JsonShape
{
    public static void Matches(string contract, JsonElement document) =>
        Findings.None(Check(JsonNode.Parse(contract)!, document, "$"));

    private static IEnumerable<string> Check(JsonNode contract, JsonElement value, string at) => contract switch
    {
        JsonObject keys => CheckObject(keys, value, at),
        JsonArray list => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((element, i) => Check(list[0]!, element, $"{at}[{i}]"))
            : [$"{at} is no list"],
        _ => IsOf(contract.GetValue<string>(), value) ? [] : [$"{at} is no {contract}: {value.GetRawText()}"],
    };

    private static IEnumerable<string> CheckObject(JsonObject keys, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{at} is no object: {value.GetRawText()}"];
        }

        string[] wanted = [.. keys.Select(key => key.Key)];
        string[] found = [.. value.EnumerateObject().Select(member => member.Name)];
        return wanted.SequenceEqual(found)
            ? keys.SelectMany(key => Check(key.Value!, value.GetProperty(key.Key), $"{at}.{key.Key}"))
            : [$"{at} has the keys {string.Join(' ', found)} instead of {string.Join(' ', wanted)}"];
    }

    private static bool IsOf(string kind, JsonElement value) => (kind.TrimEnd('?'), value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => kind.EndsWith('?'),
        ("text", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("flag", JsonValueKind.True or JsonValueKind.False) => true,
        ("id", JsonValueKind.String) => value.GetString()!.Length > 0,
        ("instant", JsonValueKind.String) => value.GetString()!.EndsWith('Z') && DateTimeOffset.TryParse(
            value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _),
        _ => false,
    };
}
