using System.Text.Json;
using DigestBot.Commands;
using DigestBot.Store;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Takes what people think of an answer, by the buttons below it. What they write beside it is not kept.</summary>
internal sealed class TeamsOpinions(TeamsCaller caller, OpinionStore opinions, TeamsMetrics metrics)
{
    private const string Feedback = "feedback";

    /// <summary>Longer than any id of Teams.</summary>
    private const int LongestId = 500;

    /// <param name="turn">Who says it, and of which message.</param>
    /// <param name="value">The value of the invoke.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task KeepAsync(ITurnContext turn, JsonElement value, CancellationToken cancellationToken)
    {
        if (Text(value, "actionName") != Feedback)
        {
            return;
        }

        string? reaction = value.TryGetProperty("actionValue", out JsonElement given) ? Text(given, "reaction") : null;
        bool isKnown = reaction is "like" or "dislike";
        metrics.Feedback(isKnown ? reaction! : "other");

        // Clients that do not name the message are taken at their word: each click is an opinion then.
        string? message = turn.Activity.ReplyToId ?? turn.Activity.Id;
        if (isKnown && message is { Length: > 0 and <= LongestId } && turn.Activity.From?.Id is { Length: > 0 and <= LongestId })
        {
            ChatMessage said = await caller.OfAsync(turn, cancellationToken);
            await opinions.GiveAsync(said.Space, message, said.Person, reaction == "like", cancellationToken);
        }
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
