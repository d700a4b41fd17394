using System.Text.Json.Nodes;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A request as it arrived at a service.</summary>
/// <param name="Target">Path and query, as they were on the wire.</param>
internal sealed record ServiceRequest(
    string Method, Uri Address, string Target, string? Authorization, string? ContentType, string Body, DateTimeOffset At)
{
    public JsonNode? Json => Body.Length > 0 ? JsonNode.Parse(Body) : null;
}
