using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>What came with a request: JSON, alone or as a part beside files.</summary>
internal sealed record RequestBody(JsonNode? Json, JsonArray Files, Reply? Refusal)
{
    private static RequestBody Empty => new(null, [], null);

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request);
        }

        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        if (copy.Length == 0)
        {
            return Empty;
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            var errors = new FormErrors();
            errors.Add("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
            return Empty with { Refusal = errors.ToRefusal() };
        }

        return Parse(Encoding.UTF8.GetString(copy.ToArray()), []);
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        JsonArray files = form.Files.ToJsonArray(file => new JsonObject
        {
            ["id"] = "0",
            ["filename"] = file.FileName,
            ["size"] = file.Length,
            ["url"] = $"https://cdn.invalid/attachments/{file.FileName}",
            ["proxy_url"] = $"https://media.invalid/attachments/{file.FileName}",
            ["content_type"] = file.ContentType ?? "application/octet-stream",
        });
        return form.TryGetValue("payload_json", out var payload)
            ? Parse(payload.ToString(), files)
            : new RequestBody(new JsonObject(), files, null);
    }

    private static RequestBody Parse(string text, JsonArray files)
    {
        try
        {
            return new RequestBody(JsonNode.Parse(text), files, null);
        }
        catch (JsonException)
        {
            return new RequestBody(null, files, Rest.Refusal.BadJson);
        }
    }
}
