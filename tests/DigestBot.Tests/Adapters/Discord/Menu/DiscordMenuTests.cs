using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Discord.Menu;
using DigestBot.Commands;
using DigestBot.Discord;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord.Menu;

/// <summary>The commands as Discord offers them.</summary>
public sealed class DiscordMenuTests
{
    private const string Golden = "tests/DigestBot.Tests/Adapters/Discord/Menu/menu.json";
    private const string Overwrite = "PUT /applications/{application_id}/commands";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_menu_is_the_one_that_was_reviewed()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        string menu = JsonNode.Parse(JsonSerializer.Serialize(
            DiscordMenu.Build(town.Bot.Get<CommandRouter>().Definitions, global: true),
            DiscordJson.Default.IReadOnlyListApplicationCommandProperties))!.ToJsonString(Written) + "\n";

        string path = RepositoryRoot.Combine(Golden);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, menu, Cancel);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, Cancel), menu);
    }

    [Fact]
    public async Task It_is_registered_once_and_again_only_when_something_differs()
    {
        await using DiscordTown town = await DiscordTown.StartAsync();
        MenuRegistrar registrar = town.Bot.Get<MenuRegistrar>();

        Assert.False(await registrar.IsRegisteredAsync(Cancel));
        await registrar.RegisterAsync(Cancel);
        await registrar.RegisterAsync(Cancel);
        Assert.Equal(1, town.Requests(Overwrite));
        Assert.True(await registrar.IsRegisteredAsync(Cancel));

        await town.Bot.Get<DiscordRestClient>().BulkOverwriteGlobalApplicationCommandsAsync(
            town.Discord.World.Bot.Id, [new() { Name = "other", Description = "Not ours." }], Cancel);
        await registrar.RegisterAsync(Cancel);

        Assert.Equal(3, town.Requests(Overwrite));
        Assert.True(await registrar.IsRegisteredAsync(Cancel));
    }

    [Fact]
    public async Task In_one_server_it_is_registered_there_and_nowhere_else()
    {
        await using DiscordTown first = await DiscordTown.StartAsync();
        await using DiscordTown town = await DiscordTown.StartAsync(
            settings: [("Discord:RegisterCommands", "Guild"), ("Discord:CommandGuilds:0", $"{first.Guild.Id}")]);
        MenuRegistrar registrar = town.Bot.Get<MenuRegistrar>();

        // Both worlds begin alike, so the servers have the same id.
        Assert.Equal(first.Guild.Id, town.Guild.Id);
        await registrar.RegisterAsync(Cancel);
        await registrar.RegisterAsync(Cancel);

        Assert.Equal(0, town.Requests(Overwrite));
        Assert.Equal(1, town.Requests("PUT /applications/{application_id}/guilds/{guild_id}/commands"));
    }
}
