using DigestBot.Cli;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Cli;

/// <summary>What the terminal promises to scripts, whatever the verb.</summary>
public sealed class DigestBotCliTests
{
    public static TheoryData<string> VerbsThatReadNews =>
        ["digest iraq", "ask who?", "search iraq", "stories", "chat", "verify 7f3a"];

    public static TheoryData<string> VerbsOfTheOperator =>
    [
        "ingest a.txt", "sources list", "sources add http://a.example", "sources show a", "sources test a", "sources pause a",
        "sources resume a", "sources set a --tier first", "sources remove a", "sources import a.opml", "sources export", "reindex",
    ];

    [Theory]
    [MemberData(nameof(VerbsThatReadNews))]
    public async Task Reading_news_falls_back_to_the_samples(string line) =>
        Assert.True((await CommandLineRun.OfAsync(line.Split(' '))).Asked?.SamplesWhenEmpty);

    [Theory]
    [MemberData(nameof(VerbsOfTheOperator))]
    public async Task What_changes_the_store_never_touches_the_samples(string line) =>
        Assert.False((await CommandLineRun.OfAsync(line.Split(' '))).Asked?.SamplesWhenEmpty);

    [Theory]
    [MemberData(nameof(VerbsThatReadNews))]
    [MemberData(nameof(VerbsOfTheOperator))]
    public async Task A_failure_is_one_sentence_and_exit_code_1(string line)
    {
        CommandLineRun run = await CommandLineRun.OfAsync([.. line.Split(' '), "--json"]);

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal("This could not be done: The store is locked by another program.\n", run.Error);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("--data /data --space discord:1 digest iraq")]
    [InlineData("digest iraq --data /data --space discord:1")]
    [InlineData("--data=/data digest --space=discord:1 iraq")]
    public async Task Common_options_stand_before_or_after_the_verb(string line) => Assert.Equal(
        new TerminalRequest("/data", "discord:1", SamplesWhenEmpty: true, Verbose: false),
        (await CommandLineRun.OfAsync(line.Split(' '))).Asked);

    [Fact]
    public async Task Several_words_need_no_quotation_marks() =>
        Assert.Equal(ExitCode.Failed, (await CommandLineRun.OfAsync("digest", "foreign", "troops", "--since", "7d")).Exit);

    [Fact]
    public async Task Behind_two_dashes_everything_is_text()
    {
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("ask", "-5", "where?")).Exit);
        Assert.Equal(ExitCode.Failed, (await CommandLineRun.OfAsync("ask", "--", "-5", "where?")).Exit);
        Assert.Equal(ExitCode.Failed, (await CommandLineRun.OfAsync("ask", "-5 degrees where?")).Exit);
    }

    [Fact]
    public async Task Without_a_verb_it_serves_and_says_what_runs_where_and_what_to_try()
    {
        CommandLineRun run = await CommandLineRun.OfAsync();

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal(
            """
            DigestBot is running.
            Store: /data/digestbot.db (sqlite)
            Sources: 0 · Articles: 0 · Schedules: 0
            Health checks: http://127.0.0.1:5080/healthz
            Nothing to read yet; in another terminal: digestbot sources add ADDRESS
            Ctrl-C stops it.

            """,
            run.Out);
        Assert.Equal(run.Out, (await CommandLineRun.OfAsync("serve")).Out);
    }

    [Theory]
    [InlineData("en", "Composes a digest")]
    [InlineData("fr", "Compose une revue")]
    [InlineData("ar", "يعدّ موجزًا")]
    public async Task Help_is_in_the_readers_language(string language, string words)
    {
        CommandLineRun run = await CommandLineRun.OfAsync("--lang", language, "--help");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_stopped_is_said_and_is_no_success()
    {
        CommandLineRun run = await CommandLineRun.OfAsync(
            new FakeHost { Failure = new OperationCanceledException() }, "digest", "iraq");

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal("Stopped.\n", run.Error);
    }

    [Fact]
    public async Task Only_verbose_shows_where_a_failure_came_from()
    {
        var host = new FakeHost { Failure = new StoreException("Locked.", new TimeoutException("inner")) };

        Assert.DoesNotContain("TimeoutException", (await CommandLineRun.OfAsync(host, "digest")).Error, StringComparison.Ordinal);
        Assert.Contains("TimeoutException", (await CommandLineRun.OfAsync(host, "digest", "--verbose")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_one_sentence_too()
    {
        CommandLineRun run = await CommandLineRun.OfAsync(
            new FakeHost { Failure = new InvalidOperationException("secret detail") }, "digest");

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal(
            "Something went wrong that should not have (InvalidOperationException); --verbose shows where.\n", run.Error);
    }

    [Fact]
    public async Task A_wrong_configuration_names_every_wrong_value()
    {
        var failure = new OptionsValidationException("x", typeof(object), ["Digests:MaxStories is 99.", "Unknown section Digets."]);

        CommandLineRun run = await CommandLineRun.OfAsync(new FakeHost { Failure = failure }, "digest");

        Assert.Equal(
            "This could not be done: Digests:MaxStories is 99. Unknown section Digets.\n", run.Error);
    }

    [Fact]
    public async Task A_failure_cannot_steer_the_terminal()
    {
        CommandLineRun run = await CommandLineRun.OfAsync(
            new FakeHost { Failure = new IOException("no file \u001b[2Jx\nforged line") }, "digest");

        Assert.Equal("This could not be done: no file ␛[2Jx forged line\n", run.Error);
    }
}
