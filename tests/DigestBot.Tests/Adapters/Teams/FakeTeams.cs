using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>One request that the bot made to the service.</summary>
internal sealed record TeamsRequest(string Method, string Path, string? Authorization, JsonObject? Body)
{
    /// <summary>The message, however it was sent; null for any other request.</summary>
    public JsonObject? Message => Body is null ? null : Body["activity"] as JsonObject ?? (Body["type"]?.ToString() == "message" ? Body : null);

    public JsonObject? Card => Message?["attachments"]?[0]?["content"] as JsonObject;

    public string? Text => Message?["text"]?.ToString();
}

/// <summary>The service of Teams, without a network: it gives ids, knows members and channels, and fails where it is told to.</summary>
internal sealed class FakeTeams : HttpMessageHandler
{
    public const string ServiceUrl = "http://127.0.0.1:56150/_connector";
    public const string Team = "19:team@thread.tacv2";
    public const string News = "19:news@thread.tacv2";

    private readonly Lock _gate = new();
    private readonly List<TeamsRequest> _requests = [];
    private long _next = 1_700_000_000_000;

    /// <summary>What the next requests are answered with, in place of success; null for success.</summary>
    public Queue<Func<HttpResponseMessage>?> Script { get; } = new();

    /// <summary>What people are, by id; whoever is not here is not known.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal) { ["29:owner"] = "owner", ["29:member"] = "user", ["29:guest"] = "guest" };

    /// <summary>The messages that stand in conversations: everything that was taken.</summary>
    public IReadOnlyList<TeamsRequest> Posted
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests.Where(request => request.Message is not null)];
            }
        }
    }

    /// <summary>Requests to send, whether they were taken or not.</summary>
    public int Attempts { get; private set; }

    public static Func<HttpResponseMessage> Fail(HttpStatusCode status, string code = "Error", int? retryAfter = null) => () =>
    {
        HttpResponseMessage response = Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "m" } });
        response.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
        return response;
    };

    /// <summary>The connection breaks before an answer comes.</summary>
    public static Func<HttpResponseMessage> Break(HttpRequestError error = HttpRequestError.ResponseEnded) =>
        () => throw new HttpRequestException(error, "broken");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new TeamsRequest(
            request.Method.Method,
            Uri.UnescapeDataString(request.RequestUri!.AbsolutePath.Replace("/_connector/", "", StringComparison.Ordinal)),
            request.Headers.Authorization?.ToString(),
            body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
        lock (_gate)
        {
            Attempts += seen.Message is null ? 0 : 1;
            if (Script.TryDequeue(out Func<HttpResponseMessage>? scripted) && scripted is not null)
            {
                return scripted();
            }

            _requests.Add(seen);
            return Answer(seen);
        }
    }

    private HttpResponseMessage Answer(TeamsRequest request)
    {
        string[] path = request.Path.Split('/');
        string id = (_next += 1_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return path switch
        {
            ["v3", "conversations", _, "members", var person] => Roles.TryGetValue(person, out string? role)
                ? Json(HttpStatusCode.OK, new JsonObject { ["id"] = person, ["userRole"] = role })
                : Fail(HttpStatusCode.NotFound, "MemberNotFoundInConversation")(),
            ["v3", "conversations", _, "pagedmembers"] => Json(HttpStatusCode.OK, new JsonObject { ["members"] = new JsonArray() }),
            ["v3", "teams", _, "conversations"] => Json(HttpStatusCode.OK, new JsonObject
            {
                ["conversations"] = new JsonArray(new JsonObject { ["id"] = Team }, new JsonObject { ["id"] = News, ["name"] = "News" }),
            }),
            ["v3", "conversations"] when request.Body?["channelData"]?["channel"]?["id"]?.ToString() is { } channel =>
                Json(HttpStatusCode.Created, new JsonObject { ["id"] = $"{channel};messageid={id}", ["activityId"] = id }),
            ["v3", "conversations"] => Json(HttpStatusCode.Created, new JsonObject { ["id"] = $"a:with-{request.Body?["members"]?[0]?["id"]}" }),
            _ => Json(HttpStatusCode.Created, new JsonObject { ["id"] = id }),
        };
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
