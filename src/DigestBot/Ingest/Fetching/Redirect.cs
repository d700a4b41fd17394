using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>Where a redirect leads, or why it is not followed: exactly one of the two.</summary>
/// <remarks>From https to http is followed: nothing secret is sent along, and many publishers still do it.</remarks>
internal readonly record struct Redirect(Uri? Target, FetchAttempt? End)
{
    public static bool Is(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public static bool IsPermanent(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    /// <param name="current">The address that answered with the redirect.</param>
    /// <param name="status">Its status.</param>
    /// <param name="location">The Location header as sent, or null.</param>
    /// <param name="visited">All addresses so far, the current one among them.</param>
    /// <param name="maxRedirects">How many may be followed.</param>
    public static Redirect From(Uri current, int status, string? location, IReadOnlySet<Uri> visited, int maxRedirects)
    {
        if (location is null || AddressText.Resolve(current, location) is not { } next)
        {
            return Stop(FetchAttempt.Failed($"{FetchReasons.Site(current)} redirects without saying where to.", status));
        }

        if (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps)
        {
            return Refuse(current, "to something that is not a web address");
        }

        if (next.UserInfo.Length > 0 && !(IsSameOrigin(current, next) && next.UserInfo == current.UserInfo))
        {
            return Refuse(current, "to an address with credentials");
        }

        next = KeepCredentials(current, next);
        if (visited.Contains(next))
        {
            return Refuse(current, "in a circle");
        }

        return visited.Count > maxRedirects ? Refuse(current, "too many times") : new Redirect(next, null);
    }

    // The origin that was given credentials keeps them across its own redirects; no other origin ever sees them.
    private static Uri KeepCredentials(Uri current, Uri next) =>
        current.UserInfo.Length > 0 && next.UserInfo.Length == 0 && IsSameOrigin(current, next)
            ? new Uri($"{next.Scheme}://{current.UserInfo}@{next.Authority}{next.PathAndQuery}")
            : next;

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    private static Redirect Refuse(Uri current, string where) =>
        Stop(FetchAttempt.Refused($"{FetchReasons.Site(current)} redirects {where}."));

    private static Redirect Stop(FetchAttempt end) => new(null, end);
}
