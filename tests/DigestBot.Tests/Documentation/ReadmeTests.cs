using System.Text.Json;
using System.Text.RegularExpressions;
using DigestBot.Cli;
using DigestBot.Hosting;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Documentation;

/// <summary>What the README shows is what the program prints.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Readme = "README.md";
    private const string LeftOut = "  [… stories left out here …]";

    // The README shows these two of the stories, and a mark where others stood.
    private static readonly string[] ShownStories = ["1", "5"];

    private readonly string _data = Directory.CreateTempSubdirectory("digestbot-readme-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task The_digest_is_what_a_first_run_prints() =>
        GeneratedBlock.Check(Readme, "digest", Fenced(Shorten(await RunAsync("digest", "iraq"))));

    [Theory]
    [InlineData("answer", "How many lawmakers voted for the resolution?")]
    [InlineData("refusal", "Who won the football match in Madrid?")]
    public async Task The_answers_are_what_a_first_run_prints(string block, string question)
    {
        string printed = await RunAsync("ask", question);

        GeneratedBlock.Check(Readme, block, Fenced($"$ dotnet run --project src/DigestBot -- ask \"{question}\"\n{printed}"));
        Assert.Equal(block == "refusal", printed.Contains("I have nothing that answers this.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_of_commands_is_that_of_the_help()
    {
        CommandLineRun help = await CommandLineRun.OfAsync("--help");
        var rows = from line in help.Out.Split("Commands:")[1].Split('\n')
                   let row = HelpRow().Match(line)
                   where row.Success
                   select $"| `{row.Groups[1].Value}` | {row.Groups[2].Value} |\n";

        GeneratedBlock.Check(Readme, "commands", $"| command | does |\n|---|---|\n{string.Concat(rows)}");
    }

    [Fact]
    public void Every_quoted_sentence_stands_in_the_sample_news()
    {
        string[] texts = [.. File.ReadLines(RepositoryRoot.Combine("samples", "news.jsonl")).Select(TextOf)];
        string[] quotes = [.. Quote().Matches(File.ReadAllText(RepositoryRoot.Combine(Readme))).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(quotes);
        Findings.None(quotes.Where(quote => !texts.Any(text => text.Contains(quote, StringComparison.Ordinal))));
    }

    // As on a screen: what is said on standard error comes first.
    private async Task<string> RunAsync(params string[] args)
    {
        var terminal = new FakeTerminal();
        int exit = await DigestBotCli.RunAsync(
            [.. args, "--data", _data], new TerminalHost(_clock), terminal, _clock, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, exit);
        return terminal.Complained + terminal.Printed;
    }

    // Whole stories only; one line stands for those that are left out in a row.
    private static string Shorten(string digest)
    {
        var kept = new List<string>();
        bool leaving = false;
        foreach (string line in digest.Split('\n'))
        {
            Match story = Story().Match(line);
            bool leave = story.Success ? !ShownStories.Contains(story.Groups[1].Value) : leaving && !line.StartsWith('─');
            if (leave && !leaving)
            {
                kept.Add(LeftOut);
            }

            if (leaving && !leave && story.Success)
            {
                kept.Add("");
            }

            leaving = leave;
            if (!leaving)
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept);
    }

    private static string Fenced(string text) => $"```text\n{text.TrimEnd('\n')}\n```";

    private static string TextOf(string line)
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString()!;
    }

    [GeneratedRegex(@"^  (\w+(?: <\w+>)*)\s{2,}(\S.*)$")]
    private static partial Regex HelpRow();

    [GeneratedRegex(@"^(\d+) · ")]
    private static partial Regex Story();

    [GeneratedRegex(@"^ *“(.+)” \[\d+\]$", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
