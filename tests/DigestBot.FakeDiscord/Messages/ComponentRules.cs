using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Limits of components in messages, and how Discord gives them back.</summary>
internal static class ComponentRules
{
    private const int MostRows = 5;
    private const int MostTogether = 40;

    public static void Check(FormErrors errors, IReadOnlyList<JsonNode?> components, bool v2)
    {
        errors.Count("components", components.Count, v2 ? MostTogether : MostRows);
        for (int i = 0; i < components.Count; i++)
        {
            string path = $"components.{i}";
            long? type = components[i].Number("type");
            if (type == ComponentKind.Row || (v2 && ComponentKind.IsOfV2(type) && type != ComponentKind.Thumbnail))
            {
                CheckOne(errors, path, components[i]);
            }
            else
            {
                errors.Add($"{path}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of the types of this place.");
            }
        }

        JsonObject[] all = [.. ComponentTree.All(new JsonArray([.. components.Select(c => c?.DeepClone())]))];
        if (all.Length > MostTogether)
        {
            errors.Add(
                "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"All components together must be {MostTogether} or fewer.");
        }

        string[] ids = [.. all.Select(component => component.Text("custom_id")).OfType<string>()];
        if (ids.Distinct().Count() != ids.Length)
        {
            errors.Add("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    /// <summary>As stored: numbered, without what was null, with Discord's defaults.</summary>
    public static JsonArray Stored(IReadOnlyList<JsonNode?> components, Snowflakes ids)
    {
        int next = 1;
        return components.ToJsonArray(component => Stored(component!.AsObject(), ids, ref next));
    }

    private static JsonObject Stored(JsonObject component, Snowflakes ids, ref int next)
    {
        var stored = new JsonObject { ["type"] = component.Number("type"), ["id"] = component.Number("id") ?? next };
        next++;
        foreach ((string name, JsonNode? value) in component)
        {
            if (value is null || name is "type" or "id")
            {
                continue;
            }

            if (name is "components")
            {
                var inner = new JsonArray();
                foreach (JsonObject child in value.AsArray().OfType<JsonObject>())
                {
                    inner.Add(Stored(child, ids, ref next));
                }

                stored[name] = inner;
            }
            else
            {
                stored[name] = name == "accessory" ? Stored(value.AsObject(), ids, ref next) : value.DeepClone();
            }
        }

        AddDefaults(stored, ids);
        return stored;
    }

    private static void AddDefaults(JsonObject stored, Snowflakes ids)
    {
        long? type = stored.Number("type");
        if (ComponentKind.IsSelect(type))
        {
            stored["min_values"] = stored.Number("min_values") ?? 1;
            stored["max_values"] = stored.Number("max_values") ?? 1;
        }

        if (type is ComponentKind.Container or ComponentKind.Thumbnail or ComponentKind.File)
        {
            stored["spoiler"] = stored.Flag("spoiler") ?? false;
        }

        switch (type)
        {
            case ComponentKind.Container:
                stored["accent_color"] = stored.Number("accent_color");
                break;
            case ComponentKind.Separator:
                stored["spacing"] = stored.Number("spacing") ?? 1;
                stored["divider"] = stored.Flag("divider") ?? true;
                break;
            case ComponentKind.Thumbnail:
                stored["description"] = stored.Text("description");
                stored["media"]!["id"] = ids.Next().ToText();
                stored["media"]!["proxy_url"] = stored["media"].Text("url");
                break;
        }
    }

    private static void CheckOne(FormErrors errors, string path, JsonNode? component)
    {
        long? type = component.Number("type");
        IReadOnlyList<JsonNode?> inner = component.List("components");
        for (int i = 0; i < inner.Count; i++)
        {
            CheckOne(errors, $"{path}.components.{i}", inner[i]);
        }

        switch (type)
        {
            case ComponentKind.Row:
                CheckRow(errors, path, inner);
                break;
            case ComponentKind.Button:
                CheckButton(errors, path, component);
                break;
            case ComponentKind.TextDisplay:
                errors.Length($"{path}.content", component.Text("content"), 4000, least: 1);
                break;
            case ComponentKind.Section:
                CheckOne(errors, $"{path}.accessory", component.Field("accessory"));
                break;
            default:
                if (ComponentKind.IsSelect(type))
                {
                    CheckSelect(errors, path, component);
                }

                break;
        }
    }

    private static void CheckRow(FormErrors errors, string path, IReadOnlyList<JsonNode?> inner)
    {
        if (inner.Count == 0)
        {
            errors.Required($"{path}.components");
        }

        int width = inner.Sum(child => child.Number("type") == ComponentKind.Button ? 1 : 5);
        if (width > 5)
        {
            errors.Add($"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }

        for (int i = 0; i < inner.Count; i++)
        {
            if (inner[i].Number("type") is not ComponentKind.Button && !ComponentKind.IsSelect(inner[i].Number("type")))
            {
                errors.Add(
                    $"{path}.components.{i}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).");
            }
        }
    }

    private static void CheckButton(FormErrors errors, string path, JsonNode? button)
    {
        errors.Length($"{path}.label", button.Text("label"), 80);
        switch (button.Number("style"))
        {
            case 5:
                errors.Length($"{path}.url", button.Text("url"), 512, least: 1);
                if (button.Text("custom_id") is not null)
                {
                    errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
                }

                break;
            case >= 1 and <= 4:
                errors.Length($"{path}.custom_id", button.Text("custom_id"), 100, least: 1);
                break;
            default:
                errors.Choices($"{path}.style", "1, 2, 3, 4, 5, 6");
                break;
        }

        if (string.IsNullOrEmpty(button.Text("label")) && button.Field("emoji") is null)
        {
            errors.Add(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or an emoji must be specified");
        }
    }

    private static void CheckSelect(FormErrors errors, string path, JsonNode? select)
    {
        errors.Length($"{path}.custom_id", select.Text("custom_id"), 100, least: 1);
        errors.Length($"{path}.placeholder", select.Text("placeholder"), 150);
        if (select.Number("type") != ComponentKind.StringSelect)
        {
            return;
        }

        IReadOnlyList<JsonNode?> options = select.List("options");
        if (options.Count is 0 or > 25)
        {
            errors.Add($"{path}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
        }

        for (int i = 0; i < options.Count; i++)
        {
            errors.Length($"{path}.options.{i}.label", options[i].Text("label"), 100, least: 1);
            errors.Length($"{path}.options.{i}.value", options[i].Text("value"), 100, least: 1);
            errors.Length($"{path}.options.{i}.description", options[i].Text("description"), 100);
        }

        string[] values = [.. options.Select(option => option.Text("value")).OfType<string>()];
        if (values.Distinct().Count() != values.Length)
        {
            errors.Add($"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
    }
}
