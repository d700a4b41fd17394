using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.FakeDiscord.Tests.Peers;

/// <summary>npm's discord.js, unpatched, takes the fake for Discord; and Discord's schemas take what passed between them.</summary>
public sealed class DiscordJsTests(DiscordJsRun discordJs) : IClassFixture<DiscordJsRun>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_step_of_discord_js_goes_as_it_expects_of_discord()
    {
        NodeRun run = await discordJs.RunAsync(Cancel);

        string[] passed = [.. run.Lines.Where(line => line.StartsWith("ok ", StringComparison.Ordinal))];
        Assert.True(run.ExitCode == 0, run.Text);
        Assert.True(passed.Length >= 70, run.Text);
        Assert.Equal(passed.Length, passed.Select(line => line[line.IndexOf(' ', 3)..]).Distinct().Count());
    }

    [Fact]
    public async Task All_that_passes_between_discord_js_and_the_fake_is_as_the_schemas_and_the_rules_say()
    {
        string schemas = SharedData.Path("data", "discord", "openapi.digestbot-subset.json");
        await discordJs.RunAsync(Cancel);

        NodeRun checking = await NodeScript.RunAsync("validate.mjs", "", Cancel, discordJs.Journal, schemas);

        Assert.True(checking.ExitCode == 0, checking.Text);
        JsonNode counts = JsonNode.Parse(checking.Lines[^1])!;
        Assert.Equal(0, (int)counts["findings"]!);
        Assert.True((int)counts["requestBodies"]! > 90, checking.Text);
        Assert.True((int)counts["responseBodies"]! > 90, checking.Text);
        Assert.True((int)counts["frames"]! > 100, checking.Text);
    }

    [Fact]
    public async Task The_check_finds_whatever_is_spoilt()
    {
        string schemas = SharedData.Path("data", "discord", "openapi.digestbot-subset.json");
        await discordJs.RunAsync(Cancel);

        NodeRun spoiling = await NodeScript.RunAsync("teeth.mjs", "", Cancel, discordJs.Journal, schemas);

        Assert.True(spoiling.ExitCode == 0, spoiling.Text);
        Assert.True(spoiling.Lines.Count > 20, spoiling.Text);
    }
}
