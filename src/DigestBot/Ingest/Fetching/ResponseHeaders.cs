using System.Globalization;
using System.Net.Http.Headers;

namespace DigestBot.Ingest.Fetching;

/// <summary>Reads the headers of a stranger: as they were sent, and without trusting their form.</summary>
internal static class ResponseHeaders
{
    /// <summary>Longer values are not kept: they would be stored and sent back for ever.</summary>
    private const int MaxLength = 8 * 1024;

    public static string? ETag(this HttpResponseMessage response) => Raw(response.Headers, "ETag");

    public static string? LastModified(this HttpResponseMessage response) =>
        Raw(response.Content.Headers, "Last-Modified");

    public static string? Location(this HttpResponseMessage response) => Raw(response.Headers, "Location");

    public static string? ContentType(this HttpResponseMessage response) =>
        Raw(response.Content.Headers, "Content-Type");

    public static string? ContentEncoding(this HttpResponseMessage response) =>
        Raw(response.Content.Headers, "Content-Encoding");

    public static string? RobotsTag(this HttpResponseMessage response) => Raw(response.Headers, "X-Robots-Tag");

    public static string? Links(this HttpResponseMessage response) => Raw(response.Headers, "Link");

    /// <summary>How long the answer stays fresh: Cache-Control's max-age, else Expires; null when it does not say.</summary>
    public static TimeSpan? MaxAge(this HttpResponseMessage response, DateTimeOffset now)
    {
        string control = Raw(response.Headers, "Cache-Control") ?? "";
        foreach (string directive in control.Split(',', StringSplitOptions.TrimEntries))
        {
            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
                && Seconds(directive["max-age=".Length..].Trim('"')) is { } age)
            {
                return age;
            }
        }

        return Until(Raw(response.Content.Headers, "Expires"), response.Sent(now));
    }

    /// <summary>How long the server asks to be left alone: seconds or a date; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, DateTimeOffset now)
    {
        string? value = Raw(response.Headers, "Retry-After");
        return Seconds(value) ?? Until(value, response.Sent(now));
    }

    // Dates are compared with the server's own, so that its clock need not agree with ours.
    private static DateTimeOffset Sent(this HttpResponseMessage response, DateTimeOffset now) => Date(Raw(response.Headers, "Date")) ?? now;

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
        && values.ToString() is { Length: > 0 and <= MaxLength } value
            ? value
            : null;

    private static TimeSpan? Seconds(string? value)
    {
        if (string.IsNullOrEmpty(value) || !value.All(char.IsAsciiDigit))
        {
            return null;
        }

        // More digits than a number holds still mean: very long.
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(int.MaxValue);
    }

    private static TimeSpan? Until(string? date, DateTimeOffset now) =>
        Date(date) is { } until ? (until > now ? until - now : TimeSpan.Zero) : null;

    // The framework reads all three forms of an HTTP date, but shows its reader only through this header.
    private static DateTimeOffset? Date(string? value) =>
        RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? parsed) ? parsed.Date : null;
}
