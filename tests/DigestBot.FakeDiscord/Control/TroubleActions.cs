using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Faults;

namespace DigestBot.FakeDiscord.Control;

/// <summary>Faults, what is done to the gateway, and what was recorded.</summary>
internal sealed class TroubleActions(FakeDiscordServer server)
{
    private readonly List<Fault> _planned = [];

    public IEnumerable<ControlAction> All =>
    [
        ControlAction.Of("fault", Plan),
        ControlAction.Of("faults", _ => _planned.ToJsonArray(fault =>
            new JsonObject { ["kind"] = fault.Kind.ToString(), ["hits"] = fault.Hits })),
        ControlAction.Of("clearFaults", _ => Do(server.Faults.Clear)),
        ControlAction.Of("reconnect", _ => Do(server.Gateway.AskToReconnect)),
        ControlAction.Of("invalidate", args => Do(() => server.Gateway.Invalidate(args.Flag("resumable") ?? false))),
        ControlAction.Of("askForHeartbeat", _ => Do(server.Gateway.AskForHeartbeat)),
        ControlAction.Of("close", args => Do(() => server.Gateway.Close((int)args.Number("code")!.Value))),
        ControlAction.Of("kill", _ => Do(server.Gateway.Kill)),
        ControlAction.Of("freeze", _ => Do(server.Gateway.Freeze)),
        ControlAction.Of("skew", args => Do(() => server.World.Clock.Skew = TimeSpan.FromMilliseconds(args.Number("ms")!.Value))),
        ControlAction.Of("gateway", _ => State()),
        ControlAction.Of("sign", args => server.Signer.Sign(args.Text("timestamp")!, args.Text("body")!)),
        ControlAction.Of("writeJournal", args => Do(() => server.Journal.WriteTo(args.Text("path")!))),
        ControlAction.Of("clearJournal", _ => Do(server.Journal.Clear)),
        new("waitForGateway", async (args, cancel) =>
        {
            await server.World.WaitUntilAsync(
                () => State().Number(args.Text("counter")!) >= args.Number("atLeast"), args.Text("counter")!, cancel);
            return State();
        }),
    ];

    private static JsonNode? Do(Action act)
    {
        act();
        return null;
    }

    private JsonObject State() => new()
    {
        ["connections"] = server.Gateway.Connections,
        ["opened"] = server.Gateway.Opened,
        ["identified"] = server.Gateway.Identified,
        ["resumed"] = server.Gateway.Resumed,
        ["ready"] = server.Gateway.Ready,
        ["heartbeats"] = server.Gateway.Heartbeats,
        ["invalidRequests"] = server.Invalid.Total,
    };

    private JsonNode Plan(JsonNode? args)
    {
        var fault = new Fault(Enum.Parse<FaultKind>(args.Text("kind")!))
        {
            Route = args.Text("route"),
            Skip = (int)(args.Number("skip") ?? 0),
            Times = (int)(args.Number("times") ?? 1),
            Status = (int)(args.Number("status") ?? 502),
            Wait = TimeSpan.FromMilliseconds(args.Number("waitMs") ?? 1000),
            Scope = Enum.Parse<RateScope>(args.Text("scope") ?? nameof(RateScope.User)),
        };
        _planned.Add(fault);
        server.Faults.Add(fault);
        return _planned.Count - 1;
    }
}
