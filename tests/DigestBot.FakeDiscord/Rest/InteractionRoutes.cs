using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Interactions;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>First answers to interactions, and what follows them through the webhook of the interaction.</summary>
internal sealed class InteractionRoutes(World world, Answers answers)
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Original = Webhook + "/messages/@original";
    private const string Message = Webhook + "/messages/{message_id}";

    public IEnumerable<RestRoute> All => ((RestRoute[])
    [
        new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", First),
        new("POST", Webhook, call => With(call, interaction => answers.Follow(interaction, call))),
        new("GET", Original, call => With(call, interaction => answers.Show(interaction, null))),
        new("PATCH", Original, call => With(call, interaction => answers.Edit(interaction, null, call.Body))),
        new("DELETE", Original, call => With(call, interaction => answers.Delete(interaction, null))),
        new("GET", Message, call => With(call, interaction => answers.Show(interaction, call.Id("message_id")))),
        new("PATCH", Message, call => With(call, interaction => answers.Edit(interaction, call.Id("message_id"), call.Body))),
        new("DELETE", Message, call => With(call, interaction => answers.Delete(interaction, call.Id("message_id")))),
    ]).Select(route => route with { NeedsToken = false, CountsGlobally = false });

    private Reply First(RestCall call)
    {
        bool known = world.Interactions.TryGetValue(call.Id("interaction_id"), out FakeInteraction? interaction)
            && interaction.Token == call.Values["interaction_token"];
        if (!known)
        {
            return Refusal.UnknownInteraction;
        }

        (Reply reply, JsonObject? resource) = answers.First(interaction!, call.Body);
        return !reply.IsRefusal && call.Asks("with_response") ? Reply.Ok(resource) : reply;
    }

    private Reply With(RestCall call, Func<FakeInteraction, Reply> answer)
    {
        if (call.Id("webhook_id") != world.Bot.Id)
        {
            return Refusal.UnknownWebhook;
        }

        FakeInteraction? interaction = world.Interactions.Values.FirstOrDefault(known => known.Token == call.Values["webhook_token"]);
        return interaction is null ? Refusal.BadWebhookToken
            : world.Clock.GetUtcNow() - interaction.CreatedAt > Answers.TokenLife ? Refusal.BadWebhookToken
            : !interaction.IsAnswered ? Refusal.UnknownWebhook
            : answer(interaction);
    }
}
