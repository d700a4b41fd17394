using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Finds stories while somebody writes a message, so that one of them can be put into it.</summary>
internal sealed class TeamsStorySearch(TeamsCaller callers, TeamsDialogue dialogue, StoryCatalog stories)
{
    private const int MostFound = 8;
    private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";

    public async Task<JsonObject> FindAsync(ITurnContext turn, JsonElement query, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(turn, cancellationToken);
        Reader reader = dialogue.ReaderOf(caller);
        string typed = Typed(query);
        string? topic = typed.Length == 0 ? null : typed.Length <= CommandLimits.Topic ? typed : typed[..CommandLimits.Topic];
        var found = new JsonArray();
        foreach (StoryListing listing in await stories.ListAsync(caller.Space, topic, since: null, MostFound, cancellationToken))
        {
            if (await stories.SummaryAsync(caller.Space, listing.Id, cancellationToken) is { } story)
            {
                found.Add(Attachment(story, reader));
            }
        }

        return new JsonObject
        {
            ["composeExtension"] = found.Count > 0
                ? new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = found }
                : new JsonObject
                {
                    ["type"] = "message",
                    ["text"] = topic is null ? reader.Phrases.StoriesNone : reader.Phrases.SearchNothing(topic),
                },
        };
    }

    private static JsonObject Attachment(DigestStory story, Reader reader)
    {
        (JsonObject card, string summary) = TeamsLayout.Cards(new Reply.OfStory(new StoryDetail(story, [])), [], reader)[0];
        return new JsonObject
        {
            ["contentType"] = CardFactory.AdaptiveCardType,
            ["content"] = card,
            ["preview"] = new JsonObject
            {
                ["contentType"] = Thumbnail,
                ["content"] = new JsonObject
                {
                    ["title"] = VisibleText.Of(story.Title),
                    ["text"] = DigestFrame.Publishers(story, reader),
                },
            },
        };
    }

    // An empty search says that it is one by a parameter of its own.
    private static string Typed(JsonElement query) =>
        query.ValueKind == JsonValueKind.Object
        && query.TryGetProperty("parameters", out JsonElement parameters) && parameters.ValueKind == JsonValueKind.Array
            ? parameters.EnumerateArray()
                .Where(parameter => parameter.ValueKind == JsonValueKind.Object
                    && parameter.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String && name.GetString() != "initialRun")
                .Select(parameter => parameter.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!.Trim()
                    : "")
                .FirstOrDefault("")
            : "";
}
