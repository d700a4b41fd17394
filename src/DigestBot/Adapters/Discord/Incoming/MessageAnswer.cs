using System.Globalization;
using DigestBot.Chat;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Sends answers to messages: as a reply that pings nobody, or directly to whoever asked.</summary>
internal sealed partial class MessageAnswer(
    DiscordRestClient rest, DiscordCaller callers, DiscordDialogue dialogue, ILogger<MessageAnswer> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The message that this one answers, however Discord tells it; null where it answers none, or one that is gone.</summary>
    public async Task<Message?> ReferencedAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.ReferencedMessage is not null || message.Type != MessageType.Reply
            || message.MessageReference is not { MessageId: { } id, Type: null or MessageReferenceType.Reply } reference)
        {
            return message.ReferencedMessage;
        }

        try
        {
            var options = new RequestOptions { CancelToken = cancellationToken, Timeout = Patience, RetryMode = RetryMode.None };
            return await rest.GetMessageAsync(reference.ChannelId ?? message.ChannelId, id, options);
        }
        catch (Exception exception) when (DiscordFailure.Is(exception))
        {
            LogNotFound(exception.Message);
            return null;
        }
    }

    /// <summary>Answers where the message stands.</summary>
    public Task SendAsync(Message message, IReadOnlyList<MessageProperties> answers, CancellationToken cancellationToken) =>
        SendAsync(message, message.ChannelId, answers, cancellationToken);

    /// <summary>Answers directly, and says so where the message stands; or says there that this cannot be.</summary>
    public async Task SendDirectlyAsync(
        Message message, IReadOnlyList<MessageProperties> answers, Phrases phrases, CancellationToken cancellationToken)
    {
        string sentence = phrases.AnsweredDirectly;
        try
        {
            Channel direct = await rest.CreateDMAsync(message.Author.Id, cancellationToken);
            await SendAsync(message, direct.Id, answers, cancellationToken);
        }
        catch (HttpException exception) when (exception.DiscordCode == DiscordErrorCode.CannotSendMessageToUser)
        {
            sentence = phrases.DirectMessagesClosed;
        }

        await SendAsync(message, dialogue.Refuse(sentence, phrases).Messages, cancellationToken);
    }

    /// <summary>Says something beside the answer, where nobody else reads.</summary>
    public async Task SendAsideAsync(Message message, IReadOnlyList<MessageProperties> asides, CancellationToken cancellationToken)
    {
        foreach (MessageProperties aside in asides)
        {
            await rest.CreateMessageAsync(
                message.ChannelId, aside with { Flags = null, Nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}a") }, cancellationToken);
        }
    }

    /// <summary>Says that something went wrong.</summary>
    public Task ExcuseAsync(Message message, CancellationToken cancellationToken) =>
        SendAsync(message, dialogue.Refuse(callers.DefaultPhrases.ChatFailed, callers.DefaultPhrases).Messages, cancellationToken);

    // The nonce names the message that is answered: whoever answers it again, in whatever process, does not double it.
    private async Task SendAsync(
        Message message, ulong channelId, IReadOnlyList<MessageProperties> answers, CancellationToken cancellationToken)
    {
        for (int i = 0; i < answers.Count; i++)
        {
            bool isReply = i == 0 && channelId == message.ChannelId;
            MessageProperties sent = answers[i] with
            {
                Nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}{(channelId == message.ChannelId ? '-' : 'd')}{i}"),
                MessageReference = isReply ? new() { MessageId = message.Id, ChannelId = channelId, FailIfNotExists = false } : null,
            };
            await rest.CreateMessageAsync(channelId, sent, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The message that another one answers was not found: {Problem}")]
    private partial void LogNotFound(string problem);
}
