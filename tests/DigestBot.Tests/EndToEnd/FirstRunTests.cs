using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>A fresh clone: nobody has added anything, and it works.</summary>
public sealed class FirstRunTests(SampleBot samples) : IClassFixture<SampleBot>
{
    private const string ThisIsSampleNews = "This is sample news that ships with DigestBot";

    [Fact]
    public async Task A_digest_shows_sample_stories_and_says_that_they_are_samples()
    {
        BotRun run = await samples.Terminal.RunAsync("digest", "iraq");

        string digest = run.Done();
        Assert.StartsWith(ThisIsSampleNews, run.Error, StringComparison.Ordinal);
        Assert.Contains("foreign troop", digest, StringComparison.Ordinal);
        Assert.Contains("Sample Wire", digest, StringComparison.Ordinal);
        Assert.Contains("https://sample-wire.example/", digest, StringComparison.Ordinal);
        Assert.Contains("this is the newest coverage", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_as_JSON_keeps_to_the_contract_and_carries_every_notice()
    {
        JsonElement digest = (await samples.Terminal.RunAsync("digest", "iraq", "--json")).Json;

        JsonShape.Matches(Contract.Digest, digest);
        Assert.Equal("iraq", digest.GetProperty("topic").GetString());
        Assert.StartsWith(ThisIsSampleNews, digest.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.InRange(digest.GetProperty("stories").GetArrayLength(), 3, 6);
        Assert.All(
            digest.GetProperty("stories").EnumerateArray(), story => Assert.NotEqual(0, story.GetProperty("quotes").GetArrayLength()));
    }

    [Fact]
    public async Task Every_quote_stands_in_the_file_of_samples_word_for_word()
    {
        Dictionary<string, string> texts = File.ReadLines(RepositoryRoot.Combine("samples", "news.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(article => article.GetProperty("url").GetString()!, article => article.GetProperty("text").GetString()!);

        JsonElement digest = (await samples.Terminal.RunAsync("digest", "--since", "all", "--stories", "25", "--sentences", "5", "--json")).Json;

        JsonElement[] quotes = [.. digest.GetProperty("stories").EnumerateArray().SelectMany(story => story.GetProperty("quotes").EnumerateArray())];
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Equal(
            quote.GetProperty("text").GetString(),
            texts[quote.GetProperty("article").GetProperty("url").GetString()!]
                .Substring(quote.GetProperty("start").GetInt32(), quote.GetProperty("length").GetInt32())));
    }

    [Fact]
    public async Task A_digest_verifies()
    {
        string id = (await samples.Terminal.RunAsync("digest", "iraq", "--json")).Json.GetProperty("id").GetString()!;

        JsonElement verified = (await samples.Terminal.RunAsync("verify", id, "--json")).Json;

        JsonShape.Matches(Contract.Verification, verified);
        Assert.Equal(id, verified.GetProperty("digest").GetString());
        Assert.All(verified.GetProperty("items").EnumerateArray(), item => Assert.Equal("unchanged", item.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task The_same_digest_twice_is_the_same_to_the_byte()
    {
        BotRun first = await samples.Terminal.RunAsync("digest", "fire", "--json");

        Assert.Equal(first.Done(), (await samples.Terminal.RunAsync("digest", "fire", "--json")).Done());
    }

    [Fact]
    public async Task A_question_is_answered_with_a_sentence()
    {
        JsonElement answer = (await samples.Terminal.RunAsync(
            "ask", "How", "much", "rain", "fell", "at", "Halim", "in", "a", "single", "day?", "--json")).Json;

        JsonShape.Matches(Contract.Answer, answer);
        Assert.True(answer.GetProperty("answered").GetBoolean());
        Assert.Contains("377 millimetres", answer.GetProperty("quotes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, answer.GetProperty("nearest").GetArrayLength());
    }

    [Fact]
    public async Task A_question_that_nothing_answers_is_refused_with_the_nearest_sentences()
    {
        JsonElement answer = (await samples.Terminal.RunAsync("ask", "Who won the chess championship in Reykjavik?", "--json")).Json;
        string shown = (await samples.Terminal.RunAsync("ask", "Who won the chess championship in Reykjavik?")).Done();

        JsonShape.Matches(Contract.Answer, answer);
        Assert.False(answer.GetProperty("answered").GetBoolean());
        Assert.Equal(0, answer.GetProperty("quotes").GetArrayLength());
        Assert.InRange(answer.GetProperty("nearest").GetArrayLength(), 1, 3);
        Assert.Contains("I have nothing that answers this", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_and_stories_list_what_there_is()
    {
        JsonElement found = (await samples.Terminal.RunAsync("search", "parliament", "--json")).Json;
        JsonElement newest = (await samples.Terminal.RunAsync("search", "parliament", "--sort", "newest", "--json")).Json;
        JsonElement stories = (await samples.Terminal.RunAsync("stories", "--since", "all", "--json")).Json;

        JsonShape.Matches(Contract.Search, found);
        JsonShape.Matches(Contract.Search, newest);
        JsonShape.Matches(Contract.Stories, stories);
        string[] dates = [.. newest.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("published").GetString()!)];
        Assert.True(dates.Length > 3);
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.True(stories.GetProperty("items").GetArrayLength() >= 8);
    }

    [Fact]
    public async Task A_topic_that_nothing_is_about_gives_an_empty_digest_that_says_so()
    {
        JsonElement digest = (await samples.Terminal.RunAsync("digest", "zeppelin", "--json")).Json;
        string shown = (await samples.Terminal.RunAsync("digest", "zeppelin")).Done();

        JsonShape.Matches(Contract.Digest, digest);
        Assert.Equal(0, digest.GetProperty("stories").GetArrayLength());
        Assert.Contains("zeppelin", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "https://sample-wire.example/")]
    [InlineData("html", "<a href=\"https://")]
    public async Task A_digest_comes_in_other_formats(string format, string link) =>
        Assert.Contains(link, (await samples.Terminal.RunAsync("digest", "iraq", "--format", format)).Done(), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "Sources")]
    [InlineData("ar", "المصادر")]
    public async Task The_bots_own_sentences_are_translated_and_the_news_is_not(string language, string word)
    {
        BotRun run = await samples.Terminal.RunAsync("digest", "iraq", "--lang", language);
        BotRun english = await samples.Terminal.RunAsync("digest", "iraq");

        Assert.Contains(word, run.Done(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quotes are verbatim", run.Out, StringComparison.Ordinal);
        Assert.NotEqual(english.Error, run.Error);
        string[] quotes = [.. english.Out.Split('\n').Where(line => line.Contains('“', StringComparison.Ordinal)).Select(line => line.Split('“', '”')[1])];
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Contains(quote, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_samples_are_no_news_of_the_operators_own() => Assert.Equal(
        0, (await samples.Terminal.RunAsync("sources", "list", "--json")).Json.GetProperty("items").GetArrayLength());

    [Theory]
    [InlineData("digest @iraq")]
    [InlineData("search @iraq")]
    [InlineData("ask @who")]
    public async Task An_argument_that_begins_with_an_at_sign_is_text(string line) =>
        (await samples.Terminal.RunAsync(line.Split(' '))).Done();

    [Fact]
    public async Task A_digest_that_is_not_there_is_one_clear_failure()
    {
        BotRun run = await samples.Terminal.RunAsync("verify", "7f3a");

        Assert.Equal(1, run.Exit);
        Assert.EndsWith("There is no digest “7f3a” here.\n", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
