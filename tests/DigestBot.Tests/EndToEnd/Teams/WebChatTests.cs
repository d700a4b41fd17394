using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Teams;

/// <summary>The real program, spoken to by Microsoft's Web Chat in a browser, over the protocol that Teams speaks.</summary>
public sealed class WebChatTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_and_a_question_about_it_are_answered_in_a_chat_window()
    {
        using var folder = new DataFolder();
        int port = FreePort.Next();
        (string, string)[] settings =
            [("Teams__Emulator", "true"), ("Web__Address", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"))];
        (await BotProcess.RunAsync(folder, "ingest", RepositoryRoot.Combine("samples", "news.jsonl"), "--data", folder.Data)).Done();
        await using BotProcess bot = BotProcess.Start(folder, settings, "serve", "--data", folder.Data);
        await ListeningAsync(bot, port);

        JsonArray answers = JsonNode.Parse(NodeScript.Run("teams", "webchat.mjs", new JsonObject
        {
            ["bot"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/messages"),
            ["say"] = new JsonArray("digest iraq", "How many lawmakers voted for it?"),
            ["picture"] = Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1" ? RepositoryRoot.Combine("docs", "images", "teams-webchat.png") : null,
        }.ToJsonString()))!.AsArray();

        Assert.Contains("“", answers[0]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ask", answers[0]!["buttons"]!.AsArray().Select(button => button!.ToString()));
        Assert.Contains("170", answers[^1]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(answers[^1]!["links"]!.AsArray());
    }

    private static async Task ListeningAsync(BotProcess bot, int port) => await Eventually.TrueAsync(
        async () =>
        {
            Assert.False(bot.HasExited);
            try
            {
                using HttpResponseMessage live = await Http.GetAsync(
                    new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health/live")), Cancel);
                return live.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the bot listens");
}
