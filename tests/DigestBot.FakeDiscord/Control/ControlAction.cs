using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Control;

/// <summary>Something that can be asked for over the control interface.</summary>
internal sealed record ControlAction(string Name, Func<JsonNode?, CancellationToken, Task<JsonNode?>> Act)
{
    public static ControlAction Of(string name, Func<JsonNode?, JsonNode?> act) =>
        new(name, (arguments, _) => Task.FromResult(act(arguments)));
}
