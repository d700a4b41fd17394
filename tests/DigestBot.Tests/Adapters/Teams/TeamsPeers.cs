using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>Microsoft's own schemas and renderer, as judges of what we send.</summary>
internal static class TeamsPeers
{
    /// <summary>Holds cards and manifests against the schemas; the test is skipped where these are absent.</summary>
    public static void Accept(IEnumerable<JsonNode> cards, params IEnumerable<JsonNode> manifests)
    {
        var given = new JsonObject
        {
            ["cardSchema"] = SharedData.Path("data", "teams", "adaptive-card-1.5.0.schema.json"),
            ["manifestSchema"] = SharedData.Path("data", "teams", "MicrosoftTeams.manifest.v1.29.schema.json"),
            ["cards"] = new JsonArray([.. cards.Select(card => card.DeepClone())]),
            ["manifests"] = new JsonArray([.. manifests.Select(manifest => manifest.DeepClone())]),
        };
        Findings.None(JsonSerializer.Deserialize<string[]>(NodeScript.Run("teams", "validate.mjs", given.ToJsonString()))!);
    }
}
