using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Golden;

/// <summary>A request that another client really sent.</summary>
/// <param name="Operation">Its name in Discord's OpenAPI.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Authorization">The scheme, or null.</param>
/// <param name="Body">The body, or null.</param>
internal sealed record CapturedRequest(string Operation, string Method, string Path, string? Authorization, JsonNode? Body)
{
    public string[] Parts => Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<CapturedRequest> Read(string file) =>
        from line in File.ReadLines(SharedData.Path("data", "discord", file))
        where line.Length > 0
        let json = JsonNode.Parse(line)!
        where json["m"] is not null
        select new CapturedRequest(
            (string)json["op"]!, (string)json["m"]!, (string)json["path"]! + (string?)json["query"], (string?)json["auth"], json["body"]);
}
