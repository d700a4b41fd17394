using System.Net;

namespace DigestBot.Discord;

/// <summary>Discord refused a request, or failed.</summary>
public class HttpException : Exception
{
    internal HttpException(
        string route, HttpStatusCode httpCode, DiscordErrorCode? discordCode, string? reason, IReadOnlyList<DiscordJsonError> errors)
        : base(Describe(route, httpCode, discordCode, reason, errors))
    {
        HttpCode = httpCode;
        DiscordCode = discordCode;
        Reason = reason;
        Errors = errors;
    }

    public HttpStatusCode HttpCode { get; }

    /// <summary>Why, as Discord numbers it; null where the answer does not say. Codes without a name here occur.</summary>
    public DiscordErrorCode? DiscordCode { get; }

    /// <summary>
    /// Discord itself said so. What stands before it, a proxy or a cut connection, answers without a code: that tells nothing
    /// of channels, people and rights.
    /// </summary>
    public bool IsDiscordsWord => DiscordCode is not null;

    /// <summary>Discord's sentence for developers.</summary>
    public string? Reason { get; }

    /// <summary>What is wrong with which field.</summary>
    public IReadOnlyList<DiscordJsonError> Errors { get; }

    /// <summary>
    /// An earlier attempt at this very request may have been carried out: what is refused as done already, or as gone, may be
    /// its effect.
    /// </summary>
    public bool FollowsDoubt { get; internal set; }

    private static string Describe(
        string route, HttpStatusCode httpCode, DiscordErrorCode? discordCode, string? reason, IReadOnlyList<DiscordJsonError> errors)
    {
        string code = discordCode is { } known ? $" (Discord {(int)known})" : "";
        string fields = string.Concat(errors.Select(error => $" {error.Path}: {error.Message}"));
        return $"{route}: {(int)httpCode}{code} {reason}{fields}";
    }
}
