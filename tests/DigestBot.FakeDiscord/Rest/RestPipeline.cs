using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Limits;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>The way of every request: read, let in, limited, answered, recorded; faults come in where they are planned.</summary>
internal sealed class RestPipeline(
    World world,
    FakeDiscordOptions options,
    FaultPlan faults,
    RateLimits limits,
    InvalidRequests invalid,
    Journal journal,
    Func<bool> tokenIsReset)
{
    public async Task RunAsync(HttpContext context, RestRoute? route)
    {
        RequestBody body = await RequestBody.ReadAsync(context.Request);
        RestCall call = Describe(context, route, body);
        Fault? fault = faults.Meet(call);
        if (fault?.Kind == FaultKind.SlowBefore)
        {
            await Task.Delay(fault.Wait, world.Clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Reply reply = Decide(context, route, call, body, fault);
        Record(context, call, reply, fault);
        world.Pulse();
        if (fault?.Kind == FaultKind.SlowAfter)
        {
            await Task.Delay(fault.Wait, world.Clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await ReplyWriter.WriteAsync(context, reply, fault?.Kind);
    }

    private static RestCall Describe(HttpContext context, RestRoute? route, RequestBody body) => new(
        context.Request.Method,
        route?.Template ?? context.Request.Path.Value ?? "/",
        context.Request.RouteValues.ToDictionary(pair => pair.Key, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!),
        context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
        body.Json,
        body.Files);

    private Reply Decide(HttpContext context, RestRoute? route, RestCall call, RequestBody body, Fault? fault)
    {
        lock (world.Gate)
        {
            Reply reply = fault?.Kind switch
            {
                FaultKind.HangUpBefore => Reply.Nothing,
                FaultKind.FailBefore => fault.Code is { } code ? Refusal.Of(fault.Status, code, "As planned") : new Reply(fault.Status),
                FaultKind.RateLimit => TooMany(fault.Wait, fault.Scope),
                _ when invalid.ShutsOut => new Reply(429) { Headers = [("Retry-After", "600")] },
                _ => Admit(context, route, call, body) ?? Answer(route!, call),
            };
            invalid.Count(reply.Status, reply.Headers.Contains(("X-RateLimit-Scope", "shared")));
            return fault?.Kind == FaultKind.FailAfter ? new Reply(fault.Status) : reply;
        }
    }

    private Reply? Admit(HttpContext context, RestRoute? route, RestCall call, RequestBody body)
    {
        string? agent = context.Request.Headers.UserAgent;
        if (agent?.StartsWith("DiscordBot (", StringComparison.Ordinal) != true)
        {
            return Refusal.NoUserAgent;
        }

        if (route is null)
        {
            return Refusal.NoSuchRoute;
        }

        if (call.Values["version"] is not ("9" or "10"))
        {
            return Refusal.BadVersion;
        }

        bool hasToken = !tokenIsReset() && context.Request.Headers.Authorization.ToString() == $"Bot {options.Token}";
        return route.NeedsToken && !hasToken ? Refusal.Unauthorized : CheckIds(call) ?? body.Refusal;
    }

    private static Reply? CheckIds(RestCall call)
    {
        var errors = new FormErrors();
        foreach ((string name, string value) in call.Values.Where(pair => pair.Key.EndsWith("_id", StringComparison.Ordinal)))
        {
            if (!ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
            }
        }

        return errors.ToRefusal();
    }

    private Reply Answer(RestRoute route, RestCall call)
    {
        Allowance allowance = limits.Take(route, call);
        Reply reply = allowance.Wait is { } wait ? TooMany(wait, allowance.Scope) : route.Answer(call);
        return reply with { Headers = [.. allowance.Headers, .. reply.Headers] };
    }

    private static Reply TooMany(TimeSpan wait, RateScope scope)
    {
        string seconds = RateLimits.Seconds(wait);
        List<(string, string)> headers = [("Retry-After", seconds), ("X-RateLimit-Scope", scope.ToString().ToLowerInvariant())];
        if (scope == RateScope.Global)
        {
            headers.Add(("X-RateLimit-Global", "true"));
        }

        return new Reply(429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = double.Parse(seconds, CultureInfo.InvariantCulture),
            ["global"] = scope == RateScope.Global,
            ["code"] = 0,
        })
        { Headers = headers };
    }

    private void Record(HttpContext context, RestCall call, Reply reply, Fault? fault)
    {
        var line = new JsonObject
        {
            ["route"] = call.Route,
            ["method"] = call.Method,
            ["path"] = context.Request.Path.Value,
            ["query"] = context.Request.QueryString.Value,
            ["agent"] = context.Request.Headers.UserAgent.ToString(),
            ["authorization"] = context.Request.Headers.Authorization.ToString().Split(' ')[0],
            ["contentType"] = context.Request.ContentType,
            ["body"] = call.Body?.DeepClone(),
            ["status"] = reply.Status,
            ["response"] = reply.Body?.DeepClone(),
        };
        if (fault is not null)
        {
            line["fault"] = fault.Kind.ToString();
        }

        journal.AddRequest(line);
    }
}
