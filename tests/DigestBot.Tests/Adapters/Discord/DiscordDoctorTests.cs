using DigestBot.Adapters;
using DigestBot.Adapters.Discord.Menu;
using DigestBot.Chat;
using DigestBot.FakeDiscord;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>What the doctor says of Discord.</summary>
public sealed class DiscordDoctorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_connection_has_no_problem_and_shows_how_to_let_the_bot_in()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.Bot.Get<MenuRegistrar>().RegisterAsync(Cancel);

        IReadOnlyList<Finding> findings = await LookAsync(town);

        Assert.All(findings, finding => Assert.True(finding.Ok, finding.Text));
        Assert.Contains(
            findings,
            finding => finding.Text.Contains(
                $"https://discord.com/oauth2/authorize?client_id={town.Discord.World.Bot.Id}&scope=bot+applications.commands&permissions=309237730304",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_token_is_told_with_where_to_get_one()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(token: "wrong.token");

        Finding finding = Assert.Single(await LookAsync(town));

        Assert.Equal((false, "Discord does not accept the bot's token."), (finding.Ok, finding.Text));
        Assert.Contains("Developer Portal", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_belong_together_is_named()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(
            new FakeDiscordOptions { Shards = 4, IdentifiesPerDay = 10 },
            settings: [("Discord:ApplicationId", "42"), ("Discord:PublicKey", new string('a', 64)), ("Discord:Shards", "1"), ("Discord:RegisterCommands", "Off")]);

        string[] wrong = [.. from finding in await LookAsync(town) where !finding.Ok select finding.Text];

        Assert.Contains(wrong, text => text.StartsWith("Discord:ApplicationId is 42", StringComparison.Ordinal));
        Assert.Contains(wrong, text => text.StartsWith("Discord:PublicKey is not", StringComparison.Ordinal));
        Assert.Contains("Discord:Shards is 1, and Discord advises 4.", wrong);
        Assert.Contains("Sessions with the gateway that are left today: 10 of 10.", wrong);
    }

    [Fact]
    public async Task A_discord_that_does_not_answer_is_told()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        await town.Discord.StopAsync(Cancel);

        Assert.Contains("does not answer", Assert.Single(await LookAsync(town)).Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(DiscordTown town) =>
        await Assert.Single(town.Bot.Get<IEnumerable<IDoctorCheck>>(), check => check.Name == "discord").LookAsync(Phrases.English, Cancel);
}
