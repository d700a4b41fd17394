using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Control;

/// <summary>Lets other processes do what tests in this one do: <c>POST /control/action</c> with arguments as JSON.</summary>
internal sealed class ControlDesk
{
    private readonly Dictionary<string, Func<JsonNode?, CancellationToken, Task<JsonNode?>>> _actions;

    public ControlDesk(FakeDiscordServer server) => _actions = new PlaceActions(server).All
        .Concat(new PeopleActions(server).All)
        .Concat(new TroubleActions(server).All)
        .ToDictionary(pair => pair.Name, pair => pair.Act);

    public async Task RunAsync(HttpContext context)
    {
        string name = context.Request.RouteValues["action"]!.ToString()!;
        if (!_actions.TryGetValue(name, out var act))
        {
            string known = string.Join(", ", _actions.Keys);
            await AnswerAsync(context, 404, new JsonObject { ["error"] = $"No action \"{name}\"; there are {known}." });
            return;
        }

        try
        {
            JsonNode? arguments = context.Request.ContentLength is > 0 ? await JsonNode.ParseAsync(context.Request.Body) : null;
            await AnswerAsync(context, 200, new JsonObject { ["result"] = await act(arguments, context.RequestAborted) });
        }
        catch (Exception exception) when (IsOfAsker(exception))
        {
            await AnswerAsync(context, 400, new JsonObject { ["error"] = exception.Message });
        }
    }

    private static bool IsOfAsker(Exception exception) =>
        exception is ArgumentException or InvalidOperationException or KeyNotFoundException or TimeoutException
            or JsonException or FormatException;

    private static async Task AnswerAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(Journal.Written));
    }
}
