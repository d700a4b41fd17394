using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Adapters.Discord;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.Ingest;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>The picture in docs/discord.md is drawn from messages that the bot makes of the bundled news.</summary>
public sealed class DiscordPictureTests
{
    private const string Messages = "docs/images/discord-digest.json";

    // The pictures are read by people; their text as well.
    private static readonly JsonSerializerOptions Readable =
        new(DiscordJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_messages_in_the_picture_are_what_the_bot_posts()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.Get<Importer>().ImportAsync(bot.Operator, [RepositoryRoot.Combine("samples", "news.jsonl")], null, null, Cancel);
        var morning = new DateTimeOffset(2020, 1, 7, 6, 0, 0, TimeSpan.Zero);
        Digest digest = await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(bot.Operator, "iraq", TimeSpan.FromDays(3), morning, 3, 2), Cancel);
        Reader reader = Reader.In(Phrases.English, "Europe/Paris", bot.Clock);

        string text = JsonSerializer.Serialize(Assert.Single(DiscordLayout.Lay(new DigestPost(digest, morning, Late: false), reader)), Readable)
            .ReplaceLineEndings("\n") + "\n";

        string path = RepositoryRoot.Combine(Messages);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, text, Cancel);
        }

        Assert.Equal((await File.ReadAllTextAsync(path, Cancel)).ReplaceLineEndings("\n"), text);
    }
}
