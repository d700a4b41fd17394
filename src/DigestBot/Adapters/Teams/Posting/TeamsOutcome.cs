using System.Net;
using DigestBot.Delivery;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Posting;

/// <summary>What follows for a part from what the service answered.</summary>
internal static class TeamsOutcome
{
    // Somebody has to set another secret; until then everything waits.
    private static readonly TimeSpan WithoutToken = TimeSpan.FromMinutes(5);

    /// <summary>True for what a request can end with that is no bug and no cancelled call.</summary>
    public static bool IsAnswer(Exception exception) =>
        exception is ErrorResponseException or BotTokenException or UntrustedServiceUrlException;

    /// <param name="exception">How the request ended.</param>
    /// <param name="where">The place, as people know it.</param>
    public static DeliveryOutcome Of(Exception exception, string where) => exception switch
    {
        BotTokenException { IsTransient: true } => new DeliveryOutcome.RetryLater(
            "Microsoft gives the bot no token at the moment.", After: null, WholePlatform: true),
        BotTokenException refused => new DeliveryOutcome.RetryLater(
            $"Microsoft does not accept the bot's credentials{Code(refused.Code)}; digestbot doctor says what to do.", WithoutToken, WholePlatform: true),
        UntrustedServiceUrlException => Lost(
            $"The service of {where} is not one that may see the bot's token; write to the bot there, or see Teams:ServiceHosts."),
        ErrorResponseException answer => Of(answer, where),
        _ => throw new ArgumentException("This is no answer of the service.", nameof(exception)),
    };

    private static DeliveryOutcome Of(ErrorResponseException answer, string where) => answer.StatusCode switch
    {
        null => answer.MayHaveArrived
            ? new DeliveryOutcome.Unconfirmed("Teams gave no answer")
            : new DeliveryOutcome.RetryLater("There is no connection to Teams."),
        HttpStatusCode.TooManyRequests => new DeliveryOutcome.RetryLater("Teams takes no more messages there at the moment.", answer.RetryAfter),
        HttpStatusCode.Unauthorized => new DeliveryOutcome.RetryLater(
            "Teams does not accept the bot's token; digestbot doctor says what to do.", WithoutToken, WholePlatform: true),
        HttpStatusCode.Forbidden => Forbidden(answer, where),
        HttpStatusCode.NotFound when answer.Is(ErrorCodes.ActivityNotFoundInConversation) =>
            Refused("The post that this part continues was deleted."),
        HttpStatusCode.NotFound => Lost($"Teams does not know {where} any more."),
        HttpStatusCode.RequestEntityTooLarge => Refused("Teams finds this message too large."),
        _ when answer.MayHaveArrived => new DeliveryOutcome.Unconfirmed($"Teams failed with {(int)answer.StatusCode}"),
        HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError => new DeliveryOutcome.RetryLater(
            $"Teams could not take it now ({(int)answer.StatusCode}).", answer.RetryAfter),
        _ when answer.ShouldSplit => Refused("Teams finds this message too large."),
        _ => Refused($"Teams does not take this message ({(int)answer.StatusCode}{Code(answer.SubCode ?? answer.Code)})."),
    };

    private static DeliveryOutcome.Rejected Forbidden(ErrorResponseException answer, string where) => answer switch
    {
        _ when answer.Is(ErrorCodes.BotDisabledByAdmin) => Lost("An administrator of the organization has switched the bot off."),
        _ when answer.Is(ErrorCodes.ConversationBlockedByUser) => Lost("This person has blocked the bot."),
        _ when answer.Is(ErrorCodes.MessageWritesBlocked) => Lost($"The bot may not write in {where} until somebody speaks to it there again."),
        _ when answer.Is(ErrorCodes.BotNotInConversationRoster) => Lost($"The bot is not installed in {where}; add the app there again."),
        _ when answer.Is(ErrorCodes.ForbiddenOperation) => Lost("The bot is not installed for this person."),
        _ => Lost($"Teams does not let the bot write in {where}{Code(answer.SubCode ?? answer.Code)}."),
    };

    private static DeliveryOutcome.Rejected Lost(string reason) => new(reason, ChannelLost: true);

    private static DeliveryOutcome.Rejected Refused(string reason) => new(reason, ChannelLost: false);

    // A code is a word; anything longer comes from somewhere else and is not repeated.
    private static string Code(string? code) =>
        code is { Length: > 0 and <= 60 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? $" (code {code})" : "";
}
