using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.People;

/// <summary>A form that was shown, filled in.</summary>
internal static class ModalForm
{
    public static JsonObject Fill(FakeInteraction shown, (string CustomId, string Value)[] fields)
    {
        JsonObject modal = shown.Modal ?? throw new InvalidOperationException("No form was shown.");
        string[] known = [.. ComponentTree.All(modal["components"]).Select(field => field.Text("custom_id")).OfType<string>()];
        if (fields.FirstOrDefault(field => !known.Contains(field.CustomId)) is { CustomId: { } unknown })
        {
            throw new InvalidOperationException($"The form has no \"{unknown}\"; it has {string.Join(", ", known)}.");
        }

        var values = fields.ToDictionary(field => field.CustomId, field => field.Value);
        int id = 0;
        return new JsonObject
        {
            ["custom_id"] = modal.Text("custom_id"),
            ["components"] = modal.List("components").OfType<JsonObject>().ToJsonArray(component => Filled(component, values, ref id)),
        };
    }

    private static JsonObject Filled(JsonObject component, Dictionary<string, string> values, ref int id)
    {
        var json = new JsonObject { ["type"] = component.Number("type"), ["id"] = ++id };
        if (component.Field("components") is JsonArray row)
        {
            var inner = new JsonArray();
            foreach (JsonObject field in row.OfType<JsonObject>())
            {
                inner.Add(Filled(field, values, ref id));
            }

            json["components"] = inner;
        }
        else if (component.Field("component") is JsonObject labelled)
        {
            json["component"] = Filled(labelled, values, ref id);
        }
        else if (component.Text("custom_id") is { } customId)
        {
            FillField(json, component, customId, values.GetValueOrDefault(customId));
        }

        return json;
    }

    private static void FillField(JsonObject json, JsonObject field, string customId, string? value)
    {
        json["custom_id"] = customId;
        if (field.Number("type") != ComponentKind.TextInput)
        {
            string[] shown = [.. field.List("options").Where(o => o.Flag("default") == true).Select(o => o.Text("value")!)];
            json["values"] = (value is null ? shown : [value]).ToJsonArray(each => each);
            return;
        }

        string text = value ?? field.Text("value") ?? "";
        bool fits = text.Length <= (field.Number("max_length") ?? 4000)
            && (text.Length >= (field.Number("min_length") ?? 0) || (text.Length == 0 && field.Flag("required") == false))
            && (text.Length > 0 || field.Flag("required") == false);
        json["value"] = fits ? text : throw new InvalidOperationException($"\"{customId}\" takes no text of {text.Length} characters.");
    }
}
