using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Answers what people write to the bot: by a mention, by answering one of its messages, or directly.</summary>
/// <remarks>What does not turn to the bot is not looked at; its text does not even come.</remarks>
internal sealed partial class DiscordMessages(
    DiscordAccount account,
    DiscordCaller callers,
    DigestFinder digests,
    DiscordDialogue dialogue,
    MessageAnswer answer,
    InteractionMetrics metrics,
    TimeProvider clock,
    ILogger<DiscordMessages> logger)
{
    private const int MostSeen = 20_000;
    private const int MostPeople = 10_000;

    private readonly SeenIds _seen = new(MostSeen);
    private readonly OncePer _hints = new(TimeSpan.FromHours(1), MostPeople, clock);

    /// <summary>Ends when the message was answered, or needs no answer. One that comes twice is answered once.</summary>
    public async Task ReceiveAsync(Message message, CancellationToken cancellationToken)
    {
        InteractionEnd end;
        try
        {
            end = IsFromPerson(message) ? await AnswerAsync(message, cancellationToken) : InteractionEnd.Ignored;
        }
        catch (Exception exception) when (DiscordFailure.Is(exception))
        {
            LogNotSent(exception.Message);
            end = InteractionEnd.Failed;
        }

        metrics.MessageEnded(end);
    }

    private async Task<InteractionEnd> AnswerAsync(Message message, CancellationToken cancellationToken)
    {
        ulong me = await account.UserIdAsync(cancellationToken);
        MessageAim aim = AimOf(message, me);
        if (aim == MessageAim.Nobody || !_seen.TryAdd(message.Id))
        {
            return InteractionEnd.Ignored;
        }

        Task<InteractionEnd> answering = aim == MessageAim.Unread
            ? HintAsync(message, cancellationToken)
            : SpeakAsync(message, me, cancellationToken);
        try
        {
            return await answering;
        }
        catch (Exception exception) when (!DiscordFailure.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            // Whoever asked must hear something, so this catches everything but our own shutdown.
            LogFailed(exception);
            await answer.ExcuseAsync(message, cancellationToken);
            return InteractionEnd.Failed;
        }
    }

    // Without the ping, Discord does not tell what an answer to us says. People answer each other that way too, so it is
    // said now and then and not every time.
    private async Task<InteractionEnd> HintAsync(Message message, CancellationToken cancellationToken)
    {
        if (!_hints.TryTake(DiscordKeys.Of(message.Author.Id)))
        {
            return InteractionEnd.Ignored;
        }

        Phrases phrases = DiscordDialogue.PhrasesOf(await callers.OfAsync(message, cancellationToken));
        await answer.SendAsync(message, dialogue.Refuse(phrases.FollowUpUnread, phrases).Messages, cancellationToken);
        return InteractionEnd.Answered;
    }

    private async Task<InteractionEnd> SpeakAsync(Message message, ulong me, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(message, cancellationToken);
        string text = MentionText.Without(message.Content, me);
        ChatMessage said = await UnderstandAsync(message, caller with { Text = text }, cancellationToken);
        Reply reply = await dialogue.RunAsync(said, cancellationToken);
        if (reply is Reply.Refusal { IsRepeated: true })
        {
            return InteractionEnd.Ignored;
        }

        IReadOnlyList<MessageProperties> messages = await dialogue.LayAsync(Publicly(reply, message), said, cancellationToken);
        await (IsSecret(reply, message)
            ? answer.SendDirectlyAsync(message, messages, DiscordDialogue.PhrasesOf(said), cancellationToken)
            : answer.SendAsync(message, messages, cancellationToken));
        if (said.IsAlone)
        {
            await answer.SendAsideAsync(message, await dialogue.AsideAsync(said, cancellationToken), cancellationToken);
        }

        return InteractionEnd.Answered;
    }

    /// <summary>What the message refers to: a digest, another message, or what the thread began with.</summary>
    private async Task<ChatMessage> UnderstandAsync(Message message, ChatMessage said, CancellationToken cancellationToken)
    {
        if (await answer.ReferencedAsync(message, cancellationToken) is { } referenced)
        {
            bool isOwn = await digests.IsOwnAsync(referenced, cancellationToken);
            return said with
            {
                IsFollowUp = isOwn,
                DigestId = isOwn ? DigestMark.Of(referenced)?.DigestId : null,
                Quoted = isOwn ? null : MessageText.Of(referenced),
            };
        }

        if (message.GuildId is not null)
        {
            await digests.BeginAsync(said.Space, message.ChannelId, channel: null, cancellationToken);
        }

        return said;
    }

    // Commands that are private in a menu may be answered here, where whoever asked chose to ask; a digest or an answer is
    // private only where that was wished for. What is kept of a person is nobody else's business.
    private static bool IsSecret(Reply reply, Message message) =>
        message.GuildId is not null && reply is Reply.OfDigest { IsPrivate: true } or Reply.OfAnswer { IsPrivate: true }
            or Reply.OfPerson or Reply.OfHoldings or Reply.OfFollows;

    // Names and reasons of what fails are for managers, and others read along.
    private static Reply Publicly(Reply reply, Message message) =>
        message.GuildId is not null && reply is Reply.OfStatus { Status: var status } shown
        ? shown with { Status = status with { InDetail = false } }
        : reply;

    // A reply with its ping mentions us too. In a conversation with one person, everything is for us.
    private static MessageAim AimOf(Message message, ulong me) =>
        message.GuildId is null || message.Mentions.Any(user => user.Id == me) ? MessageAim.Bot
        : message.Type == MessageType.Reply && message.ReferencedMessage?.Author.Id == me ? MessageAim.Unread
        : MessageAim.Nobody;

    private static bool IsFromPerson(Message message) =>
        message is { Author: { Bot: false, System: false }, WebhookId: null, Type: MessageType.Default or MessageType.Reply };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message could not be answered: {Problem}")]
    private partial void LogNotSent(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be answered")]
    private partial void LogFailed(Exception exception);
}
