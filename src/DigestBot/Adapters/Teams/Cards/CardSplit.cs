using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Makes two cards of one, between two of its lines, so that no sentence is cut.</summary>
internal static class CardSplit
{
    /// <returns>The halves, the second with the buttons; null where there is nothing to part.</returns>
    public static (JsonElement First, JsonElement Second)? Halves(JsonElement card)
    {
        if (JsonSerializer.SerializeToNode(card, TeamsJson.Options) is not JsonObject whole
            || whole["body"] is not JsonArray { Count: > 1 } body)
        {
            return null;
        }

        int middle = Middle(body);
        JsonObject first = whole.DeepClone().AsObject(), second = whole.DeepClone().AsObject();
        first.Remove("actions");
        first["body"] = new JsonArray([.. body.Take(middle).Select(line => line!.DeepClone())]);
        second["body"] = new JsonArray([.. body.Skip(middle).Select(line => line!.DeepClone())]);
        return (JsonSerializer.SerializeToElement(first, TeamsJson.Options), JsonSerializer.SerializeToElement(second, TeamsJson.Options));
    }

    // Where something new begins, as near to the middle as there is such a place; otherwise just the middle.
    private static int Middle(JsonArray body)
    {
        int[] sizes = [.. body.Select(line => line!.ToJsonString(TeamsJson.Options).Length)];
        int half = sizes.Sum() / 2;
        int[] begins = [.. Enumerable.Range(1, body.Count - 1).Where(i => body[i]!["separator"] is not null)];
        return (begins.Length > 0 ? begins : [.. Enumerable.Range(1, body.Count - 1)])
            .MinBy(i => Math.Abs(sizes.Take(i).Sum() - half));
    }
}
