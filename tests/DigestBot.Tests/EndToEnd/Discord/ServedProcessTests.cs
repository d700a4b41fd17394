using System.Text.Json;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.People;
using DigestBot.Ingest;
using DigestBot.Tests.Adapters.Discord.Incoming;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>The program itself, as it is installed: <c>digestbot serve</c> with a token in its environment.</summary>
public sealed class ServedProcessTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_program_serves_a_server_until_it_is_told_to_stop()
    {
        await using FakeDiscordServer discord = await FakeDiscordServer.StartAsync(cancellationToken: Cancel);
        FakeUser owner = discord.World.AddUser("Ada");
        FakeGuild guild = discord.Guilds.AddGuild("Readers", owner);
        FakeChannel news = discord.Guilds.AddChannel(guild, "news");
        (string, string)[] settings =
        [
            ("Discord__Token", discord.Options.Token), ("Discord__ApiUrl", $"{discord.Api}/v10/"), ("Web__Address", $"http://127.0.0.1:{FreePort.Next()}"),
        ];
        (await BotProcess.RunAsync(_folder, "ingest", WriteNews(), "--data", _folder.Data)).Done();

        await using BotProcess program = BotProcess.Start(_folder, settings, "serve", "--data", _folder.Data);
        await discord.World.WaitUntilAsync(
            () => discord.Gateway.Ready == 1 && discord.Commands.Of(null).Count > 0, "the program is connected", Cancel);
        FakeInteraction digest = await SettledAsync(discord, discord.People.Run(owner, news, "digest", ("topic", "iraq")));
        await SettledAsync(discord, discord.People.Run(
            owner, news, "schedule add", ("name", "morning"), ("topic", "iraq"), ("at", "08:00"), ("stories", DailyNews.Stories)));
        await SettledAsync(discord, discord.People.Run(owner, news, "schedule run-now", ("schedule", "morning")));
        await discord.World.WaitUntilAsync(() => Posted(discord, news) == 3, "three parts are posted", Cancel);
        BotRun doctor = await BotProcess.RunAsync(_folder, settings, "doctor", "--data", _folder.Data);
        await program.SignalAsync("TERM");
        BotRun run = await program.EndAsync();
        await discord.World.WaitUntilAsync(() => discord.Gateway.Ready == 0, "the end of its session", Cancel);

        Assert.Contains(DailyNews.Troops, digest.Text(), StringComparison.Ordinal);
        Assert.Contains("Chat platforms: Discord\n", run.Done(), StringComparison.Ordinal);
        Assert.DoesNotContain(discord.Options.Token, run.Out + run.Error + doctor.Out + doctor.Error, StringComparison.Ordinal);
        Assert.Contains($"client_id={discord.World.Bot.Id}", doctor.Out, StringComparison.Ordinal);
    }

    private string WriteNews() => _folder.Write("news.jsonl", string.Join('\n', DailyNews.Of(TimeProvider.System.GetUtcNow()).Select(Line)));

    private static string Line(IncomingArticle article) => JsonSerializer.Serialize(
        new { url = article.Url, title = article.Title, text = article.Text, published = article.Published, source = "Sample Wire" });

    private static async Task<FakeInteraction> SettledAsync(FakeDiscordServer discord, FakeInteraction interaction)
    {
        await discord.World.WaitUntilAsync(() => interaction.IsSettled, "an answer", Cancel);
        return interaction;
    }

    private static int Posted(FakeDiscordServer discord, FakeChannel channel) => channel.Messages.Values
        .Count(message => message.Author.Id == discord.World.Bot.Id && message.InteractionMetadata is null);
}
