using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Interactions;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>The clocks of interactions, to the second.</summary>
public sealed class InteractionTests
{
    [Theory]
    [InlineData(3000, null)]
    [InlineData(3001, 10062)]
    public async Task The_first_answer_is_taken_for_three_seconds(int milliseconds, int? code)
    {
        await using Town town = await Town.BuildAsync();
        FakeInteraction interaction = await RunAsync(town);
        town.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        RawReply reply = await AnswerAsync(town, interaction, new JsonObject { ["type"] = 5 });

        Assert.Equal(code, reply.Code);
        Assert.Equal(code is null, interaction.IsAnswered);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, 50027)]
    public async Task Later_answers_are_taken_for_a_quarter_of_an_hour(int minutes, int? code)
    {
        await using Town town = await Town.BuildAsync();
        FakeInteraction interaction = await RunAsync(town);
        await AnswerAsync(town, interaction, new JsonObject { ["type"] = 5 });
        town.Clock.Advance(TimeSpan.FromMinutes(minutes));

        RawReply reply = await town.Bot.SendAsync(
            HttpMethod.Patch,
            $"webhooks/{town.Discord.World.Bot.Id}/{interaction.Token}/messages/%40original",
            new JsonObject { ["content"] = "done" });

        Assert.Equal(code, reply.Code);
        Assert.Equal(code is null, interaction.IsSettled);
    }

    [Fact]
    public async Task A_command_that_is_not_registered_cannot_be_sent()
    {
        await using Town town = await Town.BuildAsync();

        Assert.Throws<InvalidOperationException>(() => town.Discord.People.Run(town.Reader, town.Channel, "digest"));
    }

    private static async Task<FakeInteraction> RunAsync(Town town)
    {
        await town.Bot.PostAsync(
            $"applications/{town.Discord.World.Bot.Id}/commands", new JsonObject { ["name"] = "digest", ["description"] = "x" });
        return town.Discord.People.Run(town.Reader, town.Channel, "digest");
    }

    private static Task<RawReply> AnswerAsync(Town town, FakeInteraction interaction, JsonObject body) =>
        town.Bot.PostAsync($"interactions/{interaction.Id}/{interaction.Token}/callback", body);
}
