using System.Globalization;
using System.Net;
using System.Text;

namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>Answers as Discord gives them.</summary>
internal static class Answers
{
    public static HttpResponseMessage Ok(string json = "{}", string? bucket = null, int limit = 5, int remaining = 4, double resetAfter = 5)
    {
        HttpResponseMessage answer = Of(HttpStatusCode.OK, json);
        if (bucket is not null)
        {
            Bucket(answer, bucket, limit, remaining, resetAfter);
        }

        return answer;
    }

    public static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);

    public static HttpResponseMessage Limited(double retryAfter, string scope = "user", bool global = false, string? bucket = null)
    {
        string seconds = retryAfter.ToString(CultureInfo.InvariantCulture);
        HttpResponseMessage answer = Of(
            HttpStatusCode.TooManyRequests,
            $$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":{{(global ? "true" : "false")}}}""");
        answer.Headers.Add("X-RateLimit-Scope", scope);
        answer.Headers.Add("Retry-After", Math.Ceiling(retryAfter).ToString(CultureInfo.InvariantCulture));
        if (bucket is not null)
        {
            Bucket(answer, bucket, 5, 0, retryAfter);
        }

        return answer;
    }

    public static HttpResponseMessage Error(HttpStatusCode status, int code = 0, string message = "no") =>
        Of(status, $$"""{"message":"{{message}}","code":{{code}}}""");

    public static HttpResponseMessage Of(HttpStatusCode status, string body, string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    private static void Bucket(HttpResponseMessage answer, string bucket, int limit, int remaining, double resetAfter)
    {
        answer.Headers.Add("X-RateLimit-Bucket", bucket);
        answer.Headers.Add("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture));
        answer.Headers.Add("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
        answer.Headers.Add("X-RateLimit-Reset-After", resetAfter.ToString("0.000", CultureInfo.InvariantCulture));
    }
}
