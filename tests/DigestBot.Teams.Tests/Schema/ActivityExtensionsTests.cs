using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Schema;

public sealed class ActivityExtensionsTests
{
    private static readonly Activity Incoming = Samples.Message("<at>Bot</at> digest <at>Ann</at> iraq")
        .With("locale", "en-GB")
        .With("entities", JsonNode.Parse(
            """
            [{"type":"mention","mentioned":{"id":"28:bot","name":"Bot"},"text":"<at>Bot</at>"},
             {"type":"clientInfo","locale":"en-GB"},
             {"type":"mention","mentioned":{"id":"29:ann","name":"Ann"},"text":"<at>Ann</at>"},
             {"type":"mention","mentioned":"nobody"}]
            """))
        .Deserialize<Activity>(TeamsJson.Options)!;

    [Fact]
    public void A_reference_keeps_what_is_needed_to_speak_again()
    {
        ConversationReference reference = Incoming.GetConversationReference();

        Assert.Equal(Incoming.Id, reference.ActivityId);
        Assert.Equal("29:user", reference.User?.Id);
        Assert.Equal("28:bot", reference.Bot?.Id);
        Assert.Equal(Samples.Conversation, reference.Conversation?.Id);
        Assert.Equal((Channels.Msteams, Samples.ServiceUrl, "en-GB"), (reference.ChannelId, reference.ServiceUrl, reference.Locale));
    }

    [Fact]
    public void A_reply_goes_from_the_bot_to_the_user_and_names_what_it_answers()
    {
        Activity reply = Incoming.CreateReply("yes");

        Assert.Equal(("28:bot", "29:user"), (reply.From?.Id, reply.Recipient?.Id));
        Assert.Equal((Incoming.Id, Samples.Conversation, "yes"), (reply.ReplyToId, reply.Conversation?.Id, reply.Text));
        Assert.Null(reply.Id);
    }

    [Fact]
    public void A_continuation_comes_from_the_user_and_has_no_id_that_could_be_answered()
    {
        Activity continuation = Incoming.GetConversationReference().GetContinuationActivity();

        Assert.Equal(("29:user", "28:bot"), (continuation.From?.Id, continuation.Recipient?.Id));
        Assert.Null(continuation.Id);
        Assert.Null(continuation.CreateReply().ReplyToId);
        Assert.Equal(Incoming.Id, continuation.RelatesTo?.ActivityId);
    }

    [Fact]
    public void Only_the_mention_of_the_bot_is_taken_out_of_the_text() =>
        Assert.Equal("digest <at>Ann</at> iraq", Incoming.RemoveRecipientMention());

    [Fact]
    public void Mentions_that_cannot_be_read_are_left_out() =>
        Assert.Equal(["28:bot", "29:ann"], Incoming.GetMentions().Select(mention => mention.Mentioned?.Id));

    [Fact]
    public void Channel_data_of_another_form_is_none()
    {
        Assert.Equal(ChannelIssuer.Tenant, Incoming.GetChannelData<TeamsChannelData>()?.Tenant?.Id);
        Assert.Null((Incoming with { ChannelData = JsonSerializer.SerializeToElement(5) }).GetChannelData<TeamsChannelData>());
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void The_organization_is_read_from_either_place()
    {
        Assert.Equal("a", new Activity { Conversation = new ConversationAccount { TenantId = "a" } }.GetTenantId());
        Assert.Equal(ChannelIssuer.Tenant, (Incoming with { Conversation = null }).GetTenantId());
        Assert.Null(new Activity().GetTenantId());
    }

    [Theory]
    [InlineData("19:abc@thread.tacv2", "1", "19:abc@thread.tacv2;messageid=1")]
    [InlineData("19:abc@thread.tacv2;messageid=7", "1", "19:abc@thread.tacv2;messageid=1")]
    public void A_thread_is_named_by_its_channel_and_its_first_message(string channel, string root, string thread)
    {
        Assert.Equal(thread, ThreadId.Of(channel, root));
        Assert.Equal("19:abc@thread.tacv2", ThreadId.Channel(thread));
        Assert.Equal(root, ThreadId.Root(thread));
        Assert.Null(ThreadId.Root("a:personal"));
    }

    [Fact]
    public void A_card_is_copied_so_that_it_may_be_changed_afterwards()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" };

        Attachment attachment = CardFactory.AdaptiveCard(card);
        card["version"] = "9";

        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        Assert.Equal("1.5", attachment.Content?.GetProperty("version").GetString());
    }

    [Fact]
    public void Suggested_actions_say_their_text_for_the_user()
    {
        Activity message = MessageFactory.SuggestedActions(["digest iraq", "more"], "What next?");

        Assert.Equal("What next?", message.Text);
        Assert.Equal(["digest iraq", "more"], message.SuggestedActions?.Actions?.Select(action => action.Value?.GetString()));
        Assert.All(message.SuggestedActions!.Actions!, action => Assert.Equal("imBack", action.Type));
    }

    [Fact]
    public void An_entity_of_ones_own_is_written_and_read_with_all_its_fields()
    {
        var entity = Entity.From(new Mention { Mentioned = new ChannelAccount("29:ann"), Text = "<at>Ann</at>" });

        Assert.Equal(Mention.EntityType, entity.Type);
        Assert.Equal("29:ann", entity.GetAs<Mention>()?.Mentioned?.Id);
        Assert.Equal(
            """{"type":"mention","mentioned":{"id":"29:ann"},"text":"<at>Ann</at>"}""",
            JsonSerializer.Serialize(entity, TeamsJson.Options));
    }
}
