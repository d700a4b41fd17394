using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>What Discord takes as the first answer to an interaction.</summary>
internal static class CallbackRules
{
    public static Reply? Check(FakeInteraction interaction, JsonNode? body)
    {
        long? type = body.Number("type");
        var errors = new FormErrors();
        int[] allowed = CallbackType.AllowedFor(interaction);
        if (type is null || !allowed.Contains((int)type))
        {
            errors.Choices("type", string.Join(", ", allowed));
            return errors.ToRefusal();
        }

        JsonNode? data = body.Field("data");
        return type switch
        {
            CallbackType.Message => MessageRules.CheckNew(data),
            CallbackType.Update => interaction.Source is { } source ? MessageRules.CheckEdit(data ?? new JsonObject(), source) : null,
            CallbackType.Choices => CheckChoices(data),
            CallbackType.Modal => CheckModal(data),
            _ => null,
        };
    }

    private static Reply? CheckChoices(JsonNode? data)
    {
        var errors = new FormErrors();
        IReadOnlyList<JsonNode?> choices = data.List("choices");
        if (!data.Has("choices"))
        {
            errors.Required("data.choices");
        }

        errors.Count("data.choices", choices.Count, 25);
        for (int i = 0; i < choices.Count; i++)
        {
            errors.Length($"data.choices.{i}.name", choices[i].Text("name"), 100, least: 1);
            errors.Length($"data.choices.{i}.value", choices[i].Field("value")?.ToString(), 100, least: 1);
        }

        return errors.ToRefusal();
    }

    private static Reply? CheckModal(JsonNode? data)
    {
        var errors = new FormErrors();
        errors.Length("data.custom_id", data.Text("custom_id"), 100, least: 1);
        errors.Length("data.title", data.Text("title"), 45, least: 1);
        IReadOnlyList<JsonNode?> components = data.List("components");
        if (components.Count is 0 or > 5)
        {
            errors.Add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }

        foreach (JsonObject field in ComponentTree.All(data.Field("components")))
        {
            CheckField(errors, field);
        }

        return errors.ToRefusal();
    }

    private static void CheckField(FormErrors errors, JsonObject field)
    {
        const string Path = "data.components";
        switch (field.Number("type"))
        {
            case ComponentKind.Label:
                errors.Length($"{Path}.label", field.Text("label"), 45, least: 1);
                errors.Length($"{Path}.description", field.Text("description"), 100);
                break;
            case ComponentKind.TextInput:
                errors.Length($"{Path}.custom_id", field.Text("custom_id"), 100, least: 1);
                errors.Length($"{Path}.label", field.Text("label"), 45);
                errors.Length($"{Path}.placeholder", field.Text("placeholder"), 100);
                errors.Length($"{Path}.value", field.Text("value"), 4000);
                if (field.Number("style") is not (1 or 2))
                {
                    errors.Choices($"{Path}.style", "1, 2");
                }

                break;
        }
    }
}
