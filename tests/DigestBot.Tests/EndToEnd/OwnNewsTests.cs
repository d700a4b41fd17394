using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>An article saved from somewhere as a text file: read, shown, asked about, edited.</summary>
public sealed class OwnNewsTests : IDisposable
{
    private const string Text = """
        Ferry to Sandholm suspended after engine fire

        The ferry that links the island of Sandholm with the mainland was taken out of service on Friday after a fire in its engine room, the operator Nordlinje said. All 212 passengers and 14 crew reached the harbour of Vesterby unharmed.

        The fire broke out shortly after the ship had left Vesterby at 7.40 in the morning. The crew put it out with carbon dioxide within twenty minutes. Captain Marit Solberg turned the ship back because one of the two engines no longer ran.

        Nordlinje expects the repair to take three weeks. Until then a smaller boat will sail four times a day, and it carries no cars. The mayor of Sandholm, Jens Aaberg, called the situation serious for the island's 900 inhabitants.

        The ferry was built in Gdansk in 1987. It was to be replaced in 2019, but the county council postponed the purchase because of its cost of 31 million euros.
        """;

    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task It_is_ingested_once_and_appears_in_the_digest()
    {
        string file = _bot.Folder.Write("ferry.txt", Text);

        JsonElement first = (await _bot.RunAsync("ingest", file, "--source", "Vesterby Tidende", "--json")).Json;
        JsonElement again = (await _bot.RunAsync("ingest", file, "--source", "Vesterby Tidende", "--json")).Json;
        BotRun shown = await _bot.RunAsync("digest", "Sandholm", "ferry");
        JsonElement digest = (await _bot.RunAsync("digest", "Sandholm", "ferry", "--json")).Json;

        JsonShape.Matches(Contract.Ingest, first);
        Assert.Equal((1, 1, 0), Counts(first));
        Assert.Equal((1, 0, 1), Counts(again));
        Assert.Empty(shown.Error); // no word of samples
        Assert.Contains("Ferry to Sandholm suspended after engine fire", shown.Done(), StringComparison.Ordinal);
        JsonShape.Matches(Contract.Digest, digest);
        Assert.Equal("Vesterby Tidende", digest.GetProperty("stories")[0].GetProperty("publishers")[0].GetString());
        Assert.Equal(JsonValueKind.Null, digest.GetProperty("notice").ValueKind);
    }

    [Fact]
    public async Task It_is_forgotten_on_demand_and_stays_out_until_it_is_allowed()
    {
        const string Url = "https://tidende.example/ferry";
        string file = _bot.Folder.Write("ferry.jsonl", JsonSerializer.Serialize(new { url = Url, title = "Ferry", text = Text, source = "Tidende" }));
        await _bot.RunAsync("ingest", file);

        JsonElement forgotten = (await _bot.RunAsync("articles", "forget", Url, "--json")).Json;
        BotRun again = await _bot.RunAsync("ingest", file, "--json");
        BotRun wrong = await _bot.RunAsync("articles", "forget", "ferry");
        string allowed = (await _bot.RunAsync("articles", "allow", Url)).Done();
        JsonElement back = (await _bot.RunAsync("ingest", file, "--json")).Json;

        Assert.Equal((1, true), (forgotten.GetProperty("articles").GetInt32(), forgotten.GetProperty("wiped").GetBoolean()));
        Assert.Equal((1, 0, 1), Counts(again.Json));
        Assert.Contains("articles allow", again.Error, StringComparison.Ordinal);
        Assert.Equal(1, wrong.Exit);
        Assert.Contains("may be read again", allowed, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), Counts(back));
    }

    [Theory]
    [InlineData("How many passengers were on the Sandholm ferry?", "212 passengers")]
    [InlineData("Who is the captain of the ferry?", "Captain Marit Solberg")]
    [InlineData("How long will the repair take?", "three weeks")]
    [InlineData("Where was the ferry built?", "Gdansk")]
    [InlineData("When was the ferry built?", "1987")]
    [InlineData("Who is the mayor of Sandholm?", "Jens Aaberg")]
    [InlineData("How did the crew put out the fire?", "carbon dioxide")]
    public async Task A_question_is_answered_by_the_sentence_that_says_it(string question, string words)
    {
        await IngestAsync(Text);

        JsonElement answer = (await _bot.RunAsync("ask", question, "--json")).Json;

        JsonShape.Matches(Contract.Answer, answer);
        Assert.True(answer.GetProperty("answered").GetBoolean(), $"Not answered: {answer.GetRawText()}");
        Assert.Contains(words, answer.GetProperty("quotes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did the president of Brazil say about coffee?")]
    [InlineData("How many votes did the new constitution get?")]
    [InlineData("Who discovered penicillin?")]
    public async Task A_question_about_something_else_is_refused(string question)
    {
        await IngestAsync(Text);

        JsonElement answer = (await _bot.RunAsync("ask", question, "--json")).Json;

        Assert.False(answer.GetProperty("answered").GetBoolean(), answer.GetRawText());
        Assert.Equal(0, answer.GetProperty("quotes").GetArrayLength());
    }

    [Fact]
    public async Task A_source_that_nobody_knows_is_said_beside_the_document_which_has_no_place_for_it()
    {
        await IngestAsync(Text);

        BotRun run = await _bot.RunAsync("ask", "How many passengers had the ferry, only from Reuters?", "--json");

        JsonShape.Matches(Contract.Answer, run.Json);
        Assert.Contains("I see no source called Reuters here, so I searched all of them.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_digest_verifies_until_the_article_is_edited()
    {
        await IngestAsync(Text);
        string id = (await _bot.RunAsync("digest", "ferry", "--json")).Json.GetProperty("id").GetString()!;
        BotRun before = await _bot.RunAsync("verify", id, "--json");

        await IngestAsync(Text.Replace("212 passengers", "190 passengers", StringComparison.Ordinal).Replace("Friday", "Saturday", StringComparison.Ordinal));
        BotRun after = await _bot.RunAsync("verify", id, "--json");

        Assert.All(States(before.Json), state => Assert.Equal("unchanged", state));
        Assert.Contains("edited", States(after.Document(exit: 1)));
        Assert.DoesNotContain("gone", States(after.Document(exit: 1)));
        Assert.Contains("Edited: ", after.Failed(), StringComparison.Ordinal);
        Assert.Contains("190 passengers", (await _bot.RunAsync("ask", "How many passengers?")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_a_digest_is_answered_and_an_unknown_digest_is_refused()
    {
        await IngestAsync(Text);
        string id = (await _bot.RunAsync("digest", "ferry", "--json")).Json.GetProperty("id").GetString()!;

        JsonElement answer = (await _bot.RunAsync("ask", "How long will the repair take?", "--context", id, "--json")).Json;
        BotRun unknown = await _bot.RunAsync("ask", "How many passengers?", "--context", "7f3a");

        Assert.Contains("three weeks", answer.GetProperty("quotes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("There is no digest “7f3a” here.", unknown.Failed());
    }

    [Fact]
    public async Task A_current_index_needs_no_reindex()
    {
        await IngestAsync(Text);

        JsonElement report = (await _bot.RunAsync("reindex", "--json")).Json;

        JsonShape.Matches(Contract.Reindex, report);
        Assert.Equal(0, report.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Names_in_other_scripts_are_kept_and_found()
    {
        await IngestAsync("Muellhalde geschlossen\n\nDie Deponie in Düsseldorf wird geschlossen. وقال رئيس البلدية إن القرار نهائي. 市長は記者会見を開いた。");

        Assert.Contains("Düsseldorf", (await _bot.RunAsync("search", "dusseldorf")).Done(), StringComparison.Ordinal);
        Assert.Contains("رئيس البلدية", (await _bot.RunAsync("search", "البلدية", "--json")).Done(), StringComparison.Ordinal);
        Assert.Contains("記者会見", (await _bot.RunAsync("search", "記者会見", "--json")).Done(), StringComparison.Ordinal);
    }

    private async Task IngestAsync(string text) =>
        (await _bot.RunAsync("ingest", _bot.Folder.Write("ferry.txt", text), "--source", "Vesterby Tidende")).Done();

    private static (int Read, int New, int Duplicates) Counts(JsonElement report) => (
        report.GetProperty("read").GetInt32(), report.GetProperty("new").GetInt32(), report.GetProperty("duplicates").GetInt32());

    private static string[] States(JsonElement verified) =>
        [.. verified.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("state").GetString()!)];
}
