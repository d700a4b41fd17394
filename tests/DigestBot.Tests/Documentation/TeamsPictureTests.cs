using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Teams;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>The pictures in docs/teams.md are drawn from the card that the bot makes of the bundled news.</summary>
public sealed class TeamsPictureTests
{
    private const string Card = "docs/images/teams-digest.json";

    // People read it beside the pictures.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_card_in_the_pictures_is_what_the_bot_posts()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.Get<Importer>().ImportAsync(bot.Operator, [RepositoryRoot.Combine("samples", "news.jsonl")], null, null, Cancel);
        var morning = new DateTimeOffset(2020, 1, 7, 6, 0, 0, TimeSpan.Zero);
        Digest digest = await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(bot.Operator, "iraq", TimeSpan.FromDays(2), morning, 3, 2), Cancel);
        Reader reader = Reader.In(Phrases.English, "Europe/Paris", bot.Clock);

        Activity message = Assert.Single(TeamsLayout.Lay(new DigestPost(digest, morning, Late: false), reader));
        string text = JsonSerializer.Serialize(message.Attachments![0].Content!.Value, Readable).ReplaceLineEndings("\n") + "\n";

        string path = RepositoryRoot.Combine(Card);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, text, Cancel);
        }

        Assert.Equal((await File.ReadAllTextAsync(path, Cancel)).ReplaceLineEndings("\n"), text);
    }
}
