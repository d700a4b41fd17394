using DigestBot.Adapters.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Adapters.Discord;

public sealed class DiscordOptionsTests
{
    [Fact]
    public void Without_any_setting_discord_is_off_and_nothing_is_wrong()
    {
        var options = new DiscordOptions();

        Assert.False(options.IsOn);
        Assert.True(new DiscordOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void The_token_is_shown_nowhere() =>
        Assert.DoesNotContain("secret", $"{new DiscordOptions { Token = "secret" }}", StringComparison.Ordinal);

    [Fact]
    public void Each_mistake_is_told_with_its_remedy()
    {
        Assert.Contains("without 'Bot'", Fault(new() { Token = "Bot abc" }), StringComparison.Ordinal);
        Assert.Contains("64 hex digits", Fault(new() { PublicKey = "abc" }), StringComparison.Ordinal);
        Assert.Contains("slash at its end", Fault(new() { ApiUrl = "https://discord.com/api/v10" }), StringComparison.Ordinal);
        Assert.Contains("needs Discord:Shards", Fault(new() { ShardIds = [0] }), StringComparison.Ordinal);
        Assert.Contains("from 0 to 1", Fault(new() { Shards = 2, ShardIds = [2] }), StringComparison.Ordinal);
        Assert.Contains("needs Discord:CommandGuilds", Fault(new() { RegisterCommands = RegisterCommands.Guild }), StringComparison.Ordinal);
    }

    private static string Fault(DiscordOptions options)
    {
        ValidateOptionsResult result = new DiscordOptionsValidator().Validate(null, options);
        return Assert.Single(result.Failures!);
    }
}
