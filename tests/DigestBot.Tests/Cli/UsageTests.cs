using DigestBot.Cli;

namespace DigestBot.Tests.Cli;

/// <summary>Wrong usage: exit code 2, one line on standard error, nothing on standard output, no store opened.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("digset iraq", "“digset” is not known here; did you mean digest? See: digestbot --help")]
    [InlineData("subjects list", "“subjects” is not known here. See: digestbot --help")]
    [InlineData("digest --storys 3", "“--storys” is not known here; did you mean --stories? See: digestbot digest --help")]
    [InlineData("ask", "QUESTION is missing after “ask”. See: digestbot ask --help")]
    [InlineData("ingest", "PATH_OR_URL is missing after “ingest”. See: digestbot ingest --help")]
    [InlineData("verify", "DIGEST_ID is missing after “verify”. See: digestbot verify --help")]
    [InlineData("verify a b", "“b” is not known here. See: digestbot verify --help")]
    [InlineData("sources", "add|list|show|test|pause|resume|off|on|set|remove|import|export is missing after “sources”. See: digestbot sources --help")]
    [InlineData("sources ad http://a.example", "“ad” is not known here; did you mean add? See: digestbot sources --help")]
    [InlineData("digest --since yesterday", "--since takes 30m, 24h, 7d, 2w or all, not “yesterday”. See: digestbot digest --help")]
    [InlineData("digest --since", "--since takes exactly one value. See: digestbot digest --help")]
    [InlineData("digest --since 7d --since 2d", "--since takes exactly one value. See: digestbot digest --help")]
    [InlineData("digest --asof 06/01/2020", "--asof takes an instant such as 2020-01-06T08:00Z or a date such as 2020-01-06 (midnight UTC), not “06/01/2020”. See: digestbot digest --help")]
    [InlineData("digest --stories 26", "--stories takes a whole number from 1 to 25, not “26”. See: digestbot digest --help")]
    [InlineData("digest --stories x", "--stories takes a whole number from 1 to 25, not “x”. See: digestbot digest --help")]
    [InlineData("digest --sentences 0", "--sentences takes a whole number from 1 to 5, not “0”. See: digestbot digest --help")]
    [InlineData("digest --format pdf", "--format takes one of text, markdown, html, not “pdf”. See: digestbot digest --help")]
    [InlineData("digest --format html --json", "--format and --json exclude each other. See: digestbot digest --help")]
    [InlineData("search iraq --sort oldest", "--sort takes one of best, newest, not “oldest”. See: digestbot search --help")]
    [InlineData("digest --lang xx", "The bot does not speak “xx”; choose one of en, fr, ar. See: digestbot digest --help")]
    [InlineData("--space guild digest", "--space takes a platform and an id such as discord:123, not “guild”. See: digestbot digest --help")]
    [InlineData("--channel irc:1 chat", "--channel takes a platform and an id such as discord:123, not “irc:1”. See: digestbot chat --help")]
    public async Task One_line_says_what_is_allowed(string line, string sentence)
    {
        CommandLineRun run = await CommandLineRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.WrongUsage, run.Exit);
        Assert.Equal($"{sentence}\n", run.Error);
        Assert.Empty(run.Out);
        Assert.Null(run.Asked);
    }

    [Fact]
    public async Task Texts_that_are_too_long_or_empty_are_wrong_usage()
    {
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("ask", new string('x', 301))).Exit);
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("digest", new string('x', 101))).Exit);
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("ask", "who?", "--topic", new string('x', 101))).Exit);
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("ask", " ")).Exit);
        Assert.Equal(ExitCode.WrongUsage, (await CommandLineRun.OfAsync("digest", "--data", "")).Exit);
    }

    [Fact]
    public async Task Wrong_usage_is_explained_in_the_readers_language()
    {
        CommandLineRun run = await CommandLineRun.OfAsync("--lang", "fr", "digest", "--stories", "99");

        Assert.StartsWith("--stories accepte un nombre entier de 1 à 25", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@/etc/passwd")]
    [InlineData("@missing")]
    [InlineData("-1")]
    public async Task An_argument_with_a_strange_beginning_is_text_or_refused_and_never_a_file(string argument)
    {
        CommandLineRun run = await CommandLineRun.OfAsync("digest", argument);

        Assert.Equal(argument[0] == '@' ? ExitCode.Failed : ExitCode.WrongUsage, run.Exit);
        Assert.DoesNotContain("root", run.Error, StringComparison.Ordinal);
    }
}
