using System.Net.Http.Headers;
using System.Text;

namespace DigestBot.Ingest.Fetching;

/// <summary>What the bot says about itself and about what it already has.</summary>
internal static class RequestHeaders
{
    private const string AcceptFeed =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
        + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

    private const string AcceptPage = "text/html, application/xhtml+xml, application/xml;q=0.5, */*;q=0.1";

    private const string AcceptText = "text/plain, */*;q=0.1";

    public static HttpRequestMessage ToMessage(this FetchRequest request, Uri address, string userAgent)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", userAgent);
        headers.TryAddWithoutValidation("Accept", Accept(request.Kind));
        headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.AcceptEncoding);
        AddOpaque(headers, "If-None-Match", request.ETag);
        AddOpaque(headers, "If-Modified-Since", request.LastModified);
        if (address.UserInfo.Length > 0)
        {
            byte[] credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
            headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        }

        return message;
    }

    private static string Accept(FetchKind kind) => kind switch
    {
        FetchKind.Feed => AcceptFeed,
        FetchKind.Page => AcceptPage,
        _ => AcceptText,
    };

    // A validator that could end its line, or that Latin-1 cannot carry, never came from a header.
    private static void AddOpaque(HttpRequestHeaders headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)
            && value.All(character => character is '\t' or (>= ' ' and < '\u007f') or (>= '\u00a0' and <= '\u00ff')))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
