using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>What Discord takes as the body of a message.</summary>
internal static class MessageRules
{
    private const int LongestContent = 2000;
    private const int LongestNonce = 25;

    /// <summary>Null if a new message may be made of it.</summary>
    public static Reply? CheckNew(JsonNode? body, int attachments = 0) =>
        Check(body, keepsV2: false) ?? (IsEmpty(body, attachments) ? Refusal.EmptyMessage : null);

    /// <summary>Null if a message may be changed so; <paramref name="before"/> is the message as it stands.</summary>
    public static Reply? CheckEdit(JsonNode? body, FakeMessage before)
    {
        if (Check(body, keepsV2: before.Flags.HasFlag(MessageMarks.ComponentsV2)) is { } refusal)
        {
            return refusal;
        }

        bool empty = (body.Has("content") ? Content(body) : before.Content).Length == 0
            && (body.Has("embeds") ? body.List("embeds").Count : before.Embeds.Count) == 0
            && (body.Has("components") ? body.List("components").Count : before.Components.Count) == 0
            && before.Attachments.Count == 0;
        return empty ? Refusal.EmptyMessage : null;
    }

    public static string Content(JsonNode? body) => body.Text("content")?.Trim() ?? "";

    /// <summary>The flags that a bot may set, of those that it sent.</summary>
    public static MessageMarks Flags(JsonNode? body) => (MessageMarks)(body.Number("flags") ?? 0) & MessageMarks.Settable;

    private static bool IsEmpty(JsonNode? body, int attachments) =>
        Content(body).Length == 0 && body.List("embeds").Count == 0 && body.List("components").Count == 0 && attachments == 0;

    private static Reply? Check(JsonNode? body, bool keepsV2)
    {
        if (body is not JsonObject)
        {
            return Refusal.BadJson;
        }

        var errors = new FormErrors();
        bool v2 = keepsV2 || Flags(body).HasFlag(MessageMarks.ComponentsV2);
        errors.Length("content", Content(body), LongestContent);
        EmbedRules.Check(errors, body.List("embeds"));
        ComponentRules.Check(errors, body.List("components"), v2);
        CheckTypes(errors, body);
        CheckNonce(errors, body.Field("nonce"));
        CheckAllowedMentions(errors, body.Field("allowed_mentions"));
        foreach (string legacy in (string[])["content", "embeds", "poll"])
        {
            if (v2 && (legacy == "content" ? Content(body).Length > 0 : body.List(legacy).Count > 0))
            {
                errors.Add(legacy, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content', 'embeds' and 'poll' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }

        return errors.ToRefusal();
    }

    private static void CheckTypes(FormErrors errors, JsonNode body)
    {
        if (body.Field("content") is { } content && content.GetValueKind() != JsonValueKind.String)
        {
            errors.Add("content", "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        }

        foreach (string name in (string[])["embeds", "components"])
        {
            if (body.Field(name) is { } list && (list is not JsonArray items || !items.All(item => item is JsonObject)))
            {
                errors.Add(name, "LIST_TYPE_CONVERT", "Only iterables of objects may be used in a ListType");
            }
        }
    }

    private static void CheckNonce(FormErrors errors, JsonNode? nonce)
    {
        if (nonce?.ToString().Length > LongestNonce)
        {
            errors.Add("nonce", "NONCE_TYPE_TOO_LONG", $"Nonce must be {LongestNonce} or fewer in length.");
        }
    }

    private static void CheckAllowedMentions(FormErrors errors, JsonNode? allowed)
    {
        string[] parse = [.. allowed.List("parse").Select(kind => kind?.ToString() ?? "")];
        for (int i = 0; i < parse.Length; i++)
        {
            if (parse[i] is not ("roles" or "users" or "everyone"))
            {
                errors.Choices($"allowed_mentions.parse.{i}", "'everyone', 'roles', 'users'");
            }
        }

        foreach (string kind in (string[])["users", "roles"])
        {
            errors.Count($"allowed_mentions.{kind}", allowed.List(kind).Count, 100);
            if (parse.Contains(kind) && allowed.List(kind).Count > 0)
            {
                errors.Add(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            }
        }
    }
}
