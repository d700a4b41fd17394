using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>What every activity has.</summary>
public interface IActivity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a kind unknown to us.</summary>
    string? Type { get; }

    string? Id { get; }

    string? ChannelId { get; }

    string? ServiceUrl { get; }

    ChannelAccount? From { get; }

    ChannelAccount? Recipient { get; }

    ConversationAccount? Conversation { get; }

    string? ReplyToId { get; }

    string? Locale { get; }

    IReadOnlyList<Entity>? Entities { get; }

    JsonElement? ChannelData { get; }
}

/// <summary>Somebody said something, or changed what was said.</summary>
public interface IMessageActivity : IActivity
{
    string? Text { get; }

    string? TextFormat { get; }

    string? Summary { get; }

    IReadOnlyList<Attachment>? Attachments { get; }

    JsonElement? Value { get; }
}

/// <summary>Somebody changed a message.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>Somebody deleted a message.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Somebody reacted to a message of the bot.</summary>
public interface IMessageReactionActivity : IActivity
{
    IReadOnlyList<MessageReaction>? ReactionsAdded { get; }

    IReadOnlyList<MessageReaction>? ReactionsRemoved { get; }
}

/// <summary>Somebody joined or left, or the conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IReadOnlyList<ChannelAccount>? MembersAdded { get; }

    IReadOnlyList<ChannelAccount>? MembersRemoved { get; }

    string? TopicName { get; }
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>"add", "add-upgrade", "remove" or "remove-upgrade".</summary>
    string? Action { get; }
}

/// <summary>A question that is answered in the HTTP answer.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; }

    JsonElement? Value { get; }
}

/// <summary>A message from one program to another.</summary>
public interface IEventActivity : IActivity
{
    string? Name { get; }

    JsonElement? Value { get; }
}
