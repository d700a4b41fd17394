using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>A request as the server's side sees it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query behind /api/v10, as they were sent.</param>
/// <param name="Authorization">The header, or null.</param>
/// <param name="UserAgent">The header.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="At">When, by the test's clock.</param>
internal sealed record SeenRequest(
    string Method, string Path, string? Authorization, string UserAgent, JsonNode? Body, DateTimeOffset At);
