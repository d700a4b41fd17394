using System.Text.Json;
using DigestBot.Cli;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Cli;

/// <summary><c>catchup</c> and <c>me</c> at a terminal, on a store of its own.</summary>
public sealed class PersonVerbsTests : IDisposable
{
    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Catching_up_tells_what_is_new_once()
    {
        string file = Path.Combine(_bot.Folder.Data, "..", $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllTextAsync(
            file,
            """{"url":"https://news.example/1","title":"Ferry stops","text":"The ferry stopped after a fire.","published":"2026-03-01T05:00:00Z","source":"Town Post"}""",
            TestContext.Current.CancellationToken);
        await _bot.RunAsync("ingest", file);
        File.Delete(file);

        BotRun first = await _bot.RunAsync("catchup", "--json");
        BotRun second = await _bot.RunAsync("catchup", "--json");
        BotRun said = await _bot.RunAsync("catchup");

        using var news = JsonDocument.Parse(first.Out);
        using var nothing = JsonDocument.Parse(second.Out);
        Assert.Equal("Ferry stops", news.RootElement.GetProperty("digest").GetProperty("stories")[0].GetProperty("title").GetString());
        Assert.Equal(0, news.RootElement.GetProperty("further").GetInt32());
        Assert.Equal(JsonValueKind.Null, nothing.RootElement.GetProperty("digest").ValueKind);
        Assert.StartsWith("Nothing is new since", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_is_kept_and_shown_and_forgotten_again()
    {
        BotRun set = await _bot.RunAsync("me", "timezone", "Europe/Paris", "--json");
        BotRun shown = await _bot.RunAsync("me");
        BotRun asked = await _bot.RunAsync("me", "forget");
        string code = asked.Out.Split(' ', '\n').Select(word => word.Trim('.', ':', ',')).Last(word => word.Length == 6 && word.All(char.IsLetterOrDigit));
        BotRun forgotten = await _bot.RunAsync("me", "forget", code, "--json");

        using var held = JsonDocument.Parse(set.Out);
        using var left = JsonDocument.Parse(forgotten.Out);
        Assert.Equal("Europe/Paris", held.RootElement.GetProperty("timezone").GetString());
        Assert.Contains("Europe/Paris", shown.Out, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, left.RootElement.GetProperty("timezone").ValueKind);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_one_sentence()
    {
        BotRun zone = await _bot.RunAsync("me", "timezone", "Atlantis/Nowhere");

        Assert.Equal((ExitCode.Failed, ""), (zone.Exit, zone.Out));
        Assert.NotEmpty(zone.Error);
    }
}
