using Microsoft.AspNetCore.Http;

namespace DigestBot.Teams;

/// <summary>Why a request is not taken: a status, and a reason for the log that names no token and no content.</summary>
internal sealed record Refusal(int Status, string Reason)
{
    public static readonly Refusal NoToken = new(StatusCodes.Status401Unauthorized, "it has no bearer token");
    public static readonly Refusal BadToken = new(StatusCodes.Status401Unauthorized, "its token is not valid");
    public static readonly Refusal NoKeys = new(StatusCodes.Status503ServiceUnavailable, "the channel's keys cannot be had");
    public static readonly Refusal NotLocal = new(StatusCodes.Status403Forbidden, "it is not from this machine, and Emulator is on");
    public static readonly Refusal TooLarge = new(StatusCodes.Status413PayloadTooLarge, "it is too large");
    public static readonly Refusal Unreadable = new(StatusCodes.Status400BadRequest, "it is no activity");
    public static readonly Refusal NotJson = new(StatusCodes.Status415UnsupportedMediaType, "it is not JSON");
    public static readonly Refusal OtherService = new(StatusCodes.Status403Forbidden, "its token is for another service");
    public static readonly Refusal NotEndorsed = new(StatusCodes.Status403Forbidden, "its key does not vouch for the channel");
    public static readonly Refusal ForeignTenant = new(StatusCodes.Status403Forbidden, "its organization is not allowed");
    public static readonly Refusal UnknownHost = new(StatusCodes.Status403Forbidden, "its service is on a host that is not allowed");
    public static readonly Refusal Busy = new(StatusCodes.Status503ServiceUnavailable, "too much waits already");
}
