using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Limits of embeds, and how Discord gives them back.</summary>
internal static class EmbedRules
{
    private const int LongestTogether = 6000;

    public static void Check(FormErrors errors, IReadOnlyList<JsonNode?> embeds)
    {
        errors.Count("embeds", embeds.Count, 10);
        for (int i = 0; i < embeds.Count; i++)
        {
            Check(errors, $"embeds.{i}", embeds[i]);
        }

        if (embeds.Sum(Size) > LongestTogether)
        {
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {LongestTogether}");
        }
    }

    /// <summary>The characters that count for the common limit.</summary>
    public static int Size(JsonNode? embed) =>
        Length(embed, "title") + Length(embed, "description")
        + Length(embed.Field("footer"), "text") + Length(embed.Field("author"), "name")
        + embed.List("fields").Sum(field => Length(field, "name") + Length(field, "value"));

    /// <summary>As stored: trimmed, without what was null, with what Discord adds.</summary>
    public static JsonArray Stored(IReadOnlyList<JsonNode?> embeds) => embeds.ToJsonArray(embed =>
    {
        JsonObject stored = Trimmed(embed!.AsObject());
        stored["type"] = "rich";
        foreach (JsonObject field in stored.List("fields").OfType<JsonObject>())
        {
            field["inline"] = field.Flag("inline") ?? false;
        }

        if (stored.Text("timestamp") is { } time && DateTimeOffset.TryParse(time, null, out DateTimeOffset at))
        {
            stored["timestamp"] = at.ToText();
        }

        return stored;
    });

    private static void Check(FormErrors errors, string path, JsonNode? embed)
    {
        errors.Length($"{path}.title", embed.Text("title"), 256);
        errors.Length($"{path}.description", embed.Text("description"), 4096);
        errors.Length($"{path}.footer.text", embed.Field("footer").Text("text"), 2048);
        errors.Length($"{path}.author.name", embed.Field("author").Text("name"), 256);
        Address(errors, $"{path}.url", embed.Text("url"));
        Address(errors, $"{path}.author.url", embed.Field("author").Text("url"));
        Address(errors, $"{path}.image.url", embed.Field("image").Text("url"));
        Address(errors, $"{path}.thumbnail.url", embed.Field("thumbnail").Text("url"));
        if (embed.Number("color") is < 0 or > 0xFFFFFF)
        {
            errors.Add($"{path}.color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        }

        IReadOnlyList<JsonNode?> fields = embed.List("fields");
        errors.Count($"{path}.fields", fields.Count, 25);
        for (int i = 0; i < fields.Count; i++)
        {
            errors.Length($"{path}.fields.{i}.name", fields[i].Text("name")?.Trim(), 256, least: 1);
            errors.Length($"{path}.fields.{i}.value", fields[i].Text("value")?.Trim(), 1024, least: 1);
        }

        if (Size(embed) == 0 && embed.Field("image") is null && embed.Field("thumbnail") is null)
        {
            errors.Required($"{path}.description");
        }
    }

    private static void Address(FormErrors errors, string path, string? url)
    {
        if (url is null)
        {
            return;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed))
        {
            errors.Add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (parsed.Scheme is not ("http" or "https" or "attachment"))
        {
            errors.Add(
                path, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{parsed.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        }

        errors.Length(path, url, 2048);
    }

    private static int Length(JsonNode? node, string name) => node.Text(name)?.Trim().Length ?? 0;

    private static JsonObject Trimmed(JsonObject source)
    {
        var stored = new JsonObject();
        foreach ((string name, JsonNode? value) in source)
        {
            switch (value)
            {
                case null:
                    break;
                case JsonObject inner:
                    stored[name] = Trimmed(inner);
                    break;
                case JsonArray list:
                    stored[name] = list.ToJsonArray(item => item is JsonObject inner ? Trimmed(inner) : item?.DeepClone());
                    break;
                default:
                    stored[name] = source.Text(name) is { } text ? text.Trim() : value.DeepClone();
                    break;
            }
        }

        return stored;
    }
}
