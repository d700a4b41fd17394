using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Discord's errors, with its codes; the sentences are for people and no client may depend on them.</summary>
internal static class Refusal
{
    public static Reply Unauthorized => Of(401, 0, "401: Unauthorized");

    public static Reply NoSuchRoute => Of(404, 0, "404: Not Found");

    public static Reply NoSuchMethod => Of(405, 0, "405: Method Not Allowed");

    public static Reply UnknownApplication => Of(404, 10002, "Unknown Application");

    public static Reply UnknownChannel => Of(404, 10003, "Unknown Channel");

    public static Reply UnknownGuild => Of(404, 10004, "Unknown Guild");

    public static Reply UnknownMember => Of(404, 10007, "Unknown Member");

    public static Reply UnknownMessage => Of(404, 10008, "Unknown Message");

    public static Reply UnknownUser => Of(404, 10013, "Unknown User");

    public static Reply UnknownWebhook => Of(404, 10015, "Unknown Webhook");

    public static Reply UnknownInteraction => Of(404, 10062, "Unknown interaction");

    public static Reply UnknownCommand => Of(404, 10063, "Unknown application command");

    public static Reply NotYourApplication => Of(403, 20012, "You are not authorized to perform this action on this application");

    public static Reply TooManyCommandsToday => Of(400, 30034, "Max number of daily application command creates has been reached (200)");

    public static Reply TooManyOldEdits =>
        Of(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.");

    public static Reply AlreadyCrossposted => Of(400, 40033, "This message has already been crossposted.");

    public static Reply AlreadyAcknowledged => Of(400, 40060, "Interaction has already been acknowledged.");

    public static Reply TagRequired => Of(400, 40067, "A tag is required to create a forum post in this channel");

    public static Reply TooManyFollowups => Of(400, 40094, "This interaction has hit the maximum number of follow up messages.");

    public static Reply NoUserAgent => Of(403, 40333, "internal network error");

    public static Reply MissingAccess => Of(403, 50001, "Missing Access");

    public static Reply NotYourMessage => Of(403, 50005, "Cannot edit a message authored by another user");

    public static Reply EmptyMessage => Of(400, 50006, "Cannot send an empty message");

    public static Reply CannotWriteToUser => Of(403, 50007, "Cannot send messages to this user");

    public static Reply NotATextChannel => Of(400, 50008, "Cannot send messages in a non-text channel");

    public static Reply MissingPermissions => Of(403, 50013, "Missing Permissions");

    public static Reply WrongChannelType => Of(400, 50024, "Cannot execute action on this channel type");

    public static Reply BadWebhookToken => Of(401, 50027, "Invalid Webhook Token");

    public static Reply BadVersion => Of(400, 50041, "Invalid API version");

    public static Reply NotAnnounceable => Of(400, 50068, "Invalid message type");

    public static Reply ArchivedThread => Of(400, 50083, "Thread is archived");

    public static Reply BadJson => Of(400, 50109, "The request body contains invalid JSON.");

    public static Reply CannotReplyBlindly => Of(403, 160002, "Cannot reply without permission to read message history");

    public static Reply HasThread => Of(400, 160004, "A thread has already been created for this message");

    public static Reply LockedThread => Of(403, 160005, "Thread is locked");

    public static Reply InvalidForm(JsonObject errors) => new(400, new JsonObject
    {
        ["code"] = 50035,
        ["message"] = "Invalid Form Body",
        ["errors"] = errors,
    });

    public static Reply Of(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });
}
