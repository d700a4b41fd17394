using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>What is often asked of an activity, and made from one.</summary>
public static class ActivityExtensions
{
    /// <summary>What has to be kept to speak in this conversation later.</summary>
    public static ConversationReference GetConversationReference(this IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ConversationReference
        {
            ActivityId = activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Locale = activity.Locale,
        };
    }

    /// <summary>The activity as one of that conversation: from the bot, or as if it had come from the user.</summary>
    /// <param name="isIncoming">True to make one that comes to the bot.</param>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(reference);
        Activity placed = activity with
        {
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,
            Locale = activity.Locale ?? reference.Locale,
        };
        return isIncoming
            ? placed with { From = reference.User, Recipient = reference.Bot, Id = reference.ActivityId ?? activity.Id }
            : placed with
            {
                From = reference.Bot,
                Recipient = activity.Recipient ?? reference.User,
                ReplyToId = activity.ReplyToId ?? reference.ActivityId,
            };
    }

    /// <summary>An activity that lets a bot begin to speak in that conversation. It answers nothing, so it has no id.</summary>
    public static Activity GetContinuationActivity(this ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new Activity { Type = ActivityTypes.Event, Name = "ContinueConversation", RelatesTo = reference }
            .ApplyConversationReference(reference with { ActivityId = null }, isIncoming: true);
    }

    /// <summary>A message that answers this activity.</summary>
    public static Activity CreateReply(this IActivity activity, string? text = null) =>
        MessageFactory.Text(text).ApplyConversationReference(activity.GetConversationReference());

    /// <summary>Everybody who is mentioned.</summary>
    public static IReadOnlyList<Mention> GetMentions(this IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return [.. from entity in activity.Entities ?? []
                   where string.Equals(entity.Type, Mention.EntityType, StringComparison.OrdinalIgnoreCase)
                   let mention = Read(entity)
                   where mention is not null
                   select mention];
    }

    /// <summary>The text without the name of whom it was addressed to. Other mentions stay: they belong to what was said.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        string text = activity.Text ?? "";
        foreach (Mention mention in activity.GetMentions())
        {
            if (mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id && !string.IsNullOrEmpty(mention.Text))
            {
                text = text.Replace(mention.Text, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text.Trim();
    }

    /// <summary>The channel's own data as a type; default where it is absent or of another form.</summary>
    public static T? GetChannelData<T>(this IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        try
        {
            return activity.ChannelData is { } data ? data.Deserialize<T>(TeamsJson.Options) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The organization that the conversation belongs to, as the activity says; null where it says none.</summary>
    public static string? GetTenantId(this IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Conversation?.TenantId ?? activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id;
    }

    private static Mention? Read(Entity entity)
    {
        try
        {
            return entity.GetAs<Mention>();
        }
        catch (JsonException)
        {
            return null; // a mention that nobody can read mentions nobody
        }
    }
}
