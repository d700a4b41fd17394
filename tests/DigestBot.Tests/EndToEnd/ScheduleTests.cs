using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>Schedules from the terminal, as a newcomer meets them: from the first one to its printed digest.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task From_nothing_to_a_printed_digest_in_five_commands()
    {
        await IngestAsync();

        string added = (await _bot.RunAsync("schedule", "add", "morning", "bridge", "at", "08:00", "weekdays", "Europe/Paris")).Done();
        string preview = (await _bot.RunAsync("schedule", "preview", "morning")).Done();
        string printed = (await _bot.RunAsync("schedule", "run-now", "morning")).Done();
        string history = (await _bot.RunAsync("schedule", "history", "morning")).Done();
        string status = (await _bot.RunAsync("status")).Done();

        Assert.EndsWith("See the next runs: digestbot schedule preview morning\n", added, StringComparison.Ordinal);
        Assert.Contains("  Mon 2 Mar 2026, 08:00 (UTC+01:00)\n", preview, StringComparison.Ordinal);
        Assert.Contains("“The bridge was closed at noon because of the storm.” [1]", printed, StringComparison.Ordinal);
        Assert.Contains("morning: posted\n", printed, StringComparison.Ordinal);
        Assert.Contains("by hand · posted\n", history, StringComparison.Ordinal);
        Assert.Contains("Mon 2 Mar 2026, 07:00 · morning\n", status, StringComparison.Ordinal);
        Assert.Contains("morning · Sun 1 Mar 2026, 07:00 · by hand · posted\n", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_document_has_the_shape_that_scripts_know()
    {
        await IngestAsync();
        JsonElement added = await JsonAsync("schedule", "add", "iraq bridge at 08:00,18:30 paris", "--quiet", "22:00-07:00");

        JsonShape.Matches(Contract.Schedules, added);
        JsonShape.Matches(Contract.Schedules, await JsonAsync("schedule", "edit", "iraq", "--stories", "3", "--at", "09:00"));
        foreach (string verb in (string[])["pause", "resume", "skip-next", "show"])
        {
            JsonShape.Matches(Contract.Schedules, await JsonAsync("schedule", verb, "iraq"));
        }

        JsonShape.Matches(Contract.Schedules, await JsonAsync("schedule", "list"));
        JsonShape.Matches(Contract.Preview, await JsonAsync("schedule", "preview", "iraq"));
        BotRun ran = await _bot.RunAsync("schedule", "run-now", "iraq", "--json");
        JsonShape.Matches(Contract.Runs, ran.Json);
        Assert.Contains("The bridge was closed at noon", ran.Error, StringComparison.Ordinal);
        JsonShape.Matches(Contract.Runs, await JsonAsync("schedule", "history", "iraq"));
        JsonShape.Matches(Contract.Status, await JsonAsync("status"));
        JsonShape.Matches(Contract.Schedules, await JsonAsync("schedule", "remove", "iraq"));
        Assert.Equal(0, (await JsonAsync("schedule", "list")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Words_and_options_mean_the_same()
    {
        JsonElement words = Only(await JsonAsync("schedule", "add", "a", "about", "foreign", "troops", "at", "8am", "mon,wed", "tokyo"));
        JsonElement options = Only(await JsonAsync(
            "schedule", "add", "--name", "b", "--topic", "foreign troops", "--at", "08:00", "--days", "wed,mon", "--zone", "Asia/Tokyo"));
        JsonElement quoted = Only(await JsonAsync("schedule", "add", "foreign troops", "8am", "mon,wed", "tokyo"));

        foreach (string key in (string[])["topic", "at", "days", "zone", "channel", "next"])
        {
            Assert.Equal(words.GetProperty(key).ToString(), options.GetProperty(key).ToString());
            Assert.Equal(words.GetProperty(key).ToString(), quoted.GetProperty(key).ToString());
        }
    }

    [Theory]
    [InlineData("I took “xyzzy” for the time zone", "schedule", "add", "iraq", "8am", "xyzzy")]
    [InlineData("I took “25:00” for the time", "schedule", "add", "iraq", "--at", "25:00")]
    [InlineData("Say when it shall post", "schedule", "add", "iraq")]
    [InlineData("stories takes exactly one value", "schedule", "add", "iraq", "8am", "--stories", "3", "stories:4")]
    [InlineData("add|edit|list", "schedule")]
    public async Task What_cannot_be_understood_is_wrong_usage(string sentence, params string[] args)
    {
        BotRun run = await _bot.RunAsync(args);

        Assert.Equal(2, run.Exit);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_or_taken_fails_with_one_sentence()
    {
        Assert.Contains("There are no schedules here yet.", (await _bot.RunAsync("schedule", "preview")).Failed(), StringComparison.Ordinal);
        (await _bot.RunAsync("schedule", "add", "iraq", "8am")).Done();
        Assert.Contains("did you mean “iraq”?", (await _bot.RunAsync("schedule", "pause", "irak")).Failed(), StringComparison.Ordinal);
        Assert.Contains("There is a schedule “iraq” already", (await _bot.RunAsync("schedule", "add", "iraq", "9am")).Failed(), StringComparison.Ordinal);
        Assert.Contains(
            "Say where it shall post", (await _bot.RunAsync("schedule", "add", "iraq", "9am", "--space", "discord:1")).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_sets_up_schedules_for_other_spaces_and_serve_posts_them()
    {
        string added = (await _bot.RunAsync("schedule", "add", "iraq", "8am", "--space", "discord:1", "--channel", "discord:12")).Done();
        string ran = (await _bot.RunAsync("schedule", "run-now", "--space", "discord:1")).Done();

        Assert.Contains("Posts to: discord:12\n", added, StringComparison.Ordinal);
        Assert.EndsWith("See the next runs: digestbot --space discord:1 schedule preview iraq\n", added, StringComparison.Ordinal);
        Assert.StartsWith("“iraq” is due now; digestbot serve posts it to discord:12.\n", ran, StringComparison.Ordinal);
        Assert.Contains("no schedules here yet", (await _bot.RunAsync("schedule", "list")).Done(), StringComparison.Ordinal);
        Assert.Contains("· iraq\n", (await _bot.RunAsync("status")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedules_are_kept_in_the_real_store_and_never_among_the_samples()
    {
        (await _bot.RunAsync("digest", "iraq")).Done();
        (await _bot.RunAsync("schedule", "add", "iraq", "8am")).Done();
        string chat = (await _bot.TypeAsync("/schedule add syria 8am\n/quit\n", "chat")).Done();

        Assert.StartsWith("The news here are samples", chat, StringComparison.Ordinal);
        Assert.Equal("iraq", Only(await JsonAsync("schedule", "list")).GetProperty("name").GetString());
    }

    private async Task IngestAsync()
    {
        string news = _bot.Folder.Write("news/bridge.txt", "Storm closes the bridge\n\nThe bridge was closed at noon because of the storm. Ferries run instead.");
        (await _bot.RunAsync("ingest", news)).Done();
    }

    private async Task<JsonElement> JsonAsync(params string[] args) => (await _bot.RunAsync([.. args, "--json"])).Json;

    private static JsonElement Only(JsonElement list) => Assert.Single(list.GetProperty("items").EnumerateArray());
}
