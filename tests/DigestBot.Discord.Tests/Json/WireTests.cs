using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CsCheck;

namespace DigestBot.Discord.Tests.Json;

/// <summary>Discord adds fields, leaves fields out and sends nulls; reading survives all of it.</summary>
public sealed class WireTests
{
    [Fact]
    public void What_is_missing_reads_as_empty_and_never_as_null()
    {
        Message message = Read("{}", DiscordJson.Default.Message);
        Interaction interaction = Read("{}", DiscordJson.Default.Interaction);
        Guild guild = Read("{}", DiscordJson.Default.Guild);

        Assert.Equal(("", ""), (message.Content, message.Author.Username));
        Assert.Equal(0, message.Embeds.Count + message.Components.Count + message.Mentions.Count);
        Assert.Equal(("", ""), (interaction.Token, interaction.Data.Name));
        Assert.Equal(0, interaction.Data.Options.Count + interaction.Data.Resolved.Messages.Count);
        Assert.Empty(interaction.AuthorizingIntegrationOwners);
        Assert.Equal(("", 0), (guild.Name, guild.Roles.Count + guild.Channels.Count + guild.Members.Count));
        Assert.Equal(1, Read("{}", DiscordJson.Default.GatewayBot).SessionStartLimit.MaxConcurrency);
        Assert.Equal(1, Read("{}", DiscordJson.Default.GatewayBot).Shards);
        Assert.Equal(ApplicationCommandType.Slash, Read("{}", DiscordJson.Default.ApplicationCommand).Type);
    }

    [Fact]
    public void Nulls_read_as_empty_too()
    {
        Message message = Read(
            """{"content":null,"author":null,"embeds":null,"components":null,"mentions":null,"nonce":null}""", DiscordJson.Default.Message);
        Interaction interaction = Read(
            """{"data":{"options":null,"resolved":{"users":null},"values":null},"authorizing_integration_owners":null,"token":null}""",
            DiscordJson.Default.Interaction);

        Assert.Equal(("", 0UL), (message.Content, message.Author.Id));
        Assert.Empty(interaction.Data.Options);
        Assert.Empty(interaction.Data.Resolved.Users);
        Assert.Equal("", interaction.Token);
    }

    [Fact]
    public void Fields_and_kinds_of_the_future_are_no_obstacle()
    {
        Message message = Read(
            """{"id":"7","type":9999,"flags":1073741824,"new":[{}],"components":[{"type":77,"components":[{"type":78,"what":1}]}]}""",
            DiscordJson.Default.Message);

        Assert.Equal((7UL, 9999), (message.Id, (int)message.Type));
        Assert.Equal(78, (int)message.Components[0].Components![0].Type);
    }

    [Theory]
    [InlineData("\"175928847299117063\"")]
    [InlineData("175928847299117063")]
    public void An_id_may_be_a_string_or_a_number(string id) =>
        Assert.Equal(175928847299117063UL, Read($$"""{"id":{{id}}}""", DiscordJson.Default.Message).Id);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"-1\"")]
    [InlineData("\" 1\"")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("\"99999999999999999999\"")]
    public void What_is_no_id_is_refused(string id) =>
        Assert.Throws<JsonException>(() => Read($$"""{"id":{{id}}}""", DiscordJson.Default.Message));

    [Fact]
    public void Ids_and_permissions_survive_whatever_their_size() => Gen.Select(Gen.ULong, Gen.ULong).Sample((id, bits) =>
    {
        var role = new Role { Id = id, Permissions = (GuildPermission)bits };
        string json = JsonSerializer.Serialize<IReadOnlyList<Role>>([role], DiscordJson.Default.IReadOnlyListRole);
        return json.Contains($"\"permissions\":\"{bits}\"", StringComparison.Ordinal)
            && JsonSerializer.Deserialize(json, DiscordJson.Default.IReadOnlyListRole)![0] == role;
    });

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("123", "123")]
    public void A_nonce_may_be_a_string_or_a_number(string nonce, string expected) =>
        Assert.Equal(expected, Read($$"""{"nonce":{{nonce}}}""", DiscordJson.Default.Message).Nonce);

    [Theory]
    [InlineData("\"5\"", "5", 5L)]
    [InlineData("5", "5", 5L)]
    [InlineData("2.5", "2.5", null)]
    [InlineData("true", "true", null)]
    [InlineData("\"zürich\"", "zürich", null)]
    public void A_value_of_an_option_is_text_and_where_possible_a_number(string value, string text, long? number)
    {
        Interaction interaction = Read(
            $$$"""{"data":{"options":[{"name":"n","type":3,"value":{{{value}}}}]}}""", DiscordJson.Default.Interaction);
        OptionValue read = interaction.Data.Options[0].Value!;

        Assert.Equal((text, number), (read.ToString(), read.AsInteger));
    }

    [Fact]
    public void A_command_in_a_server_tells_who_acted_where_and_for_whom()
    {
        Interaction interaction = Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"t","guild_id":"3","channel_id":"4","context":0,"app_permissions":"2048",
             "member":{"user":{"id":"5","username":"ann"},"roles":["6"],"permissions":"32"},
             "authorizing_integration_owners":{"0":"3","1":"5"},
             "data":{"id":"7","name":"schedule","type":1,"options":[{"name":"add","type":1,"options":[
                        {"name":"topic","type":3,"value":"ir","focused":true},{"name":"channel","type":7,"value":"4"}]}],
                     "resolved":{"channels":{"4":{"id":"4","name":"news","type":0,"permissions":"3072"}}}}}
            """,
            DiscordJson.Default.Interaction);

        Assert.Equal((5UL, 3UL, 5UL), (interaction.Actor.Id, interaction.InstalledGuildId, interaction.InstalledUserId));
        Assert.Equal(GuildPermission.ManageGuild, interaction.Member!.Permissions);
        Assert.Equal(GuildPermission.SendMessages, interaction.AppPermissions);
        InteractionOption add = Assert.Single(interaction.Data.Options);
        Assert.True(add.Options[0].Focused);
        Assert.Equal(4UL, add.Options[1].Value!.AsSnowflake);
        Assert.Equal(ChannelType.Text, interaction.Data.Resolved.Channels[4].Type);
    }

    [Fact]
    public void An_interaction_in_a_direct_message_is_the_users_own()
    {
        Interaction interaction = Read(
            """{"type":2,"context":1,"user":{"id":"5"},"authorizing_integration_owners":{"0":"0"}}""", DiscordJson.Default.Interaction);

        Assert.Equal((5UL, null), (interaction.Actor.Id, interaction.InstalledGuildId));
    }

    [Theory]
    [InlineData("""[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"q","value":"why?"}}]""")]
    [InlineData("""[{"type":1,"components":[{"type":4,"custom_id":"q","value":"why?"}]}]""")]
    public void What_was_typed_into_a_form_is_found_by_its_id(string components)
    {
        InteractionData data = Read(
            $$$"""{"type":5,"data":{"custom_id":"ask","components":{{{components}}}}}""", DiscordJson.Default.Interaction).Data;

        Assert.Equal(("why?", null), (data.InputValue("q"), data.InputValue("other")));
    }

    [Fact]
    public void What_is_null_is_not_written()
    {
        string json = JsonSerializer.Serialize(new MessageProperties { Content = "x", Embeds = [] }, DiscordJson.Default.MessageProperties);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"content":"x","embeds":[]}"""), JsonNode.Parse(json)), json);
    }

    [Fact]
    public void A_message_to_be_stored_comes_back_as_it_was()
    {
        var message = new MessageProperties
        {
            Embeds =
            [
                new EmbedBuilder().WithTitle("t").WithDescription("d").WithColor(0xABCDEF).AddField("n", "v").WithFooter("f").Build(),
            ],
            Components = new ComponentBuilder().WithButton("More", "more:1").WithLink("Open", "https://example.org/").Build(),
        };

        string json = JsonSerializer.Serialize(message, DiscordJson.Default.MessageProperties);
        string again = JsonSerializer.Serialize(Read(json, DiscordJson.Default.MessageProperties), DiscordJson.Default.MessageProperties);

        Assert.Equal(json, again);
        Assert.Contains("\"custom_id\":\"more:1\"", json, StringComparison.Ordinal);
    }

    private static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;
}
