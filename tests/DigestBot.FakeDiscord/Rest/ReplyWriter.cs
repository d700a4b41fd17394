using System.Text;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Puts an answer on the wire, whole or damaged as planned.</summary>
internal static class ReplyWriter
{
    private const string PageForPeople = "<html><head><title>Error</title></head><body>Please try again in a moment.</body></html>";

    public static async Task WriteAsync(HttpContext context, Reply reply, FaultKind? fault)
    {
        if (fault is FaultKind.HangUpBefore or FaultKind.HangUpAfter)
        {
            context.Abort();
            return;
        }

        HttpResponse response = context.Response;
        response.StatusCode = reply.Status;
        foreach ((string name, string value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        if (reply.Status == 204)
        {
            return; // neither a body nor a type: clients parse what has one
        }

        bool isPage = fault == FaultKind.WrongContentType || reply.Body is null;
        byte[] body = Encoding.UTF8.GetBytes(isPage ? PageForPeople : reply.Body!.ToJsonString(Journal.Written));
        response.ContentType = isPage ? "text/html; charset=UTF-8" : "application/json";
        response.ContentLength = body.Length;
        if (fault == FaultKind.Truncate)
        {
            await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await response.Body.WriteAsync(body);
    }
}
