using System.Net;
using System.Text.Json;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>What follows for a part from what Discord answered.</summary>
internal static class PostingOutcome
{
    // Somebody has to set another token; until then everything waits.
    private static readonly TimeSpan WithoutToken = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ConversationPause = TimeSpan.FromMinutes(10);

    /// <summary>True for what a request can end with that is no bug and no cancelled call.</summary>
    public static bool IsAnswer(Exception exception) =>
        exception is HttpException or InvalidRequestBudgetException or RequestTimeoutException or HttpRequestException
            or IOException or JsonException;

    /// <param name="exception">How the request ended.</param>
    /// <param name="where">The place, as people know it.</param>
    public static DeliveryOutcome Of(Exception exception, string where) => exception switch
    {
        RateLimitedException limited => new DeliveryOutcome.RetryLater(
            $"Discord asks to wait {limited.RetryAfter.TotalSeconds:0.#} s.", limited.RetryAfter, limited.IsGlobal),
        InvalidRequestBudgetException budget => new DeliveryOutcome.RetryLater(
            "Discord refused so many requests that the bot pauses before it is banned.", budget.RetryAfter, WholePlatform: true),
        HttpException { HttpCode: HttpStatusCode.Unauthorized } => NoToken,
        HttpException { HttpCode: >= HttpStatusCode.InternalServerError } failed => new DeliveryOutcome.Unconfirmed(
            $"Discord failed with {(int)failed.HttpCode}"),
        HttpException refused => OfCode(refused, where),
        _ when RequestDoubt.MayHaveArrived(exception) => new DeliveryOutcome.Unconfirmed(
            exception is RequestTimeoutException ? "Discord did not answer in time" : "The connection to Discord broke before an answer came"),
        _ => new DeliveryOutcome.RetryLater("There is no connection to Discord."),
    };

    /// <summary>Nothing can be sent with this token.</summary>
    public static DeliveryOutcome NoToken { get; } = new DeliveryOutcome.RetryLater(
        "Discord does not accept the bot's token; set a new one and restart the bot.", WithoutToken, WholePlatform: true);

    private static DeliveryOutcome OfCode(HttpException refused, string where) => refused.DiscordCode switch
    {
        DiscordErrorCode.UnknownChannel => Lost($"{Capital(where)} was deleted, or I can't see it any more."),
        DiscordErrorCode.UnknownGuild => Lost("I'm not in this server any more."),
        DiscordErrorCode.MissingAccess => Lost($"I can't see {where}: give me View Channel there."),
        DiscordErrorCode.InsufficientPermissions => Lost($"I may not post in {where}: a permission is missing."),
        DiscordErrorCode.CannotSendMessageToUser => Lost("This person takes no direct messages from me.") with { ByReader = true },
        DiscordErrorCode.CannotSendMessageInNonTextChannel or DiscordErrorCode.CannotExecuteOnChannelType =>
            Lost($"{Capital(where)} is of a kind that holds no messages."),
        DiscordErrorCode.ThreadLocked => Lost($"{Capital(where)} is locked."),
        DiscordErrorCode.ThreadArchived => new DeliveryOutcome.RetryLater($"{Capital(where)} is archived.", Soon),
        DiscordErrorCode.TagRequiredInForum => new DeliveryOutcome.RetryLater($"{Capital(where)} wants a tag on each post now.", Soon),
        DiscordErrorCode.NoTagsCanBeSetByNonModerators => Lost($"{Capital(where)} wants a tag that only moderators may set."),
        DiscordErrorCode.MaximumActiveThreads or DiscordErrorCode.MaximumActiveAnnouncementThreads =>
            new DeliveryOutcome.RetryLater($"There are too many open threads in the server of {where}; archive some."),
        DiscordErrorCode.OpeningDirectMessagesTooFast =>
            new DeliveryOutcome.RetryLater("I have begun too many conversations lately.", ConversationPause),
        DiscordErrorCode.SlowmodeRateLimit => new DeliveryOutcome.RetryLater($"{Capital(where)} is in slow mode."),
        DiscordErrorCode.ChannelWriteRateLimit or DiscordErrorCode.ServerWriteRateLimit or DiscordErrorCode.ServiceResourceRateLimited
            or DiscordErrorCode.ApiOverloaded or DiscordErrorCode.SendMessagesTemporarilyDisabled =>
            new DeliveryOutcome.RetryLater("Discord takes no more messages at the moment."),
        // It keeps a flagged bot from people whom it has not written to, and from nothing else that is known.
        DiscordErrorCode.ApplicationFlaggedForSpam or DiscordErrorCode.UserAgentBlocked => new DeliveryOutcome.RetryLater(
            $"Discord has blocked this bot (code {(int)refused.DiscordCode}); see the Developer Portal.",
            WithoutToken,
            WholePlatform: refused.DiscordCode == DiscordErrorCode.UserAgentBlocked),
        DiscordErrorCode.MessageBlockedByAutoModeration or DiscordErrorCode.TitleBlockedByAutoModeration =>
            Refused("The server's AutoMod blocked it; let its rules make an exception for me."),
        DiscordErrorCode.MessageBlockedByHarmfulLinksFilter => Refused("Discord takes one of its links for harmful."),
        DiscordErrorCode.ExplicitContentCannotBeSent => Refused("Discord takes it for explicit content."),
        null when refused.HttpCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
            new DeliveryOutcome.RetryLater($"Something between Discord and me answered in its place{Code(refused)}."),
        _ when refused.HttpCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
            Lost($"Discord does not let me post in {where}{Code(refused)}."),
        _ => Refused($"Discord does not take this message{Code(refused)}{Fields(refused)}."),
    };

    private static DeliveryOutcome.Rejected Lost(string reason) => new(reason, ChannelLost: true);

    private static DeliveryOutcome.Rejected Refused(string reason) => new(reason, ChannelLost: false);

    private static string Code(HttpException refused) => refused.DiscordCode is { } code ? $" (code {(int)code})" : $" ({(int)refused.HttpCode})";

    // Which field, and what kind of mistake; what was sent is not repeated.
    private static string Fields(HttpException refused) =>
        string.Concat(refused.Errors.Take(3).Select(error => $"; {error.Path}: {error.Code}"));

    private static string Capital(string where) => where.StartsWith("the ", StringComparison.Ordinal) ? $"T{where[1..]}" : where;
}
