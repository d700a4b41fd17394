using DigestBot.Cli;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>Whoever copies a command from a document gets what the document says, and no usage error.</summary>
public sealed class CommandLinesTests
{
    public static TheoryData<string> Documents =>
        [.. RepositoryRoot.Files(".", "*.md").Select(RepositoryRoot.Relative).Where(document => CommandLines.In(Read(document)).Any())];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_command_that_a_document_shows_is_understood(string document)
    {
        foreach (string line in CommandLines.In(Read(document)))
        {
            CommandLineRun run = await CommandLineRun.OfAsync(CommandLines.Arguments(line));
            Assert.True(run.Exit != ExitCode.WrongUsage, $"{line}: {run.Error}");
        }
    }

    [Theory]
    [InlineData("    digestbot digest iraq --since 7d", "digest,iraq,--since,7d")]
    [InlineData("$ dotnet run --project src/DigestBot -- ask \"Who won, and why?\"  # a comment", "ask,Who won, and why?")]
    [InlineData("Store__Provider=sqlite digestbot sources export > feeds.opml", "sources,export")]
    [InlineData("Look at `digestbot doctor`.", "doctor")]
    [InlineData("dotnet run --project src/DigestBot", "")]
    public void A_shown_command_is_read_as_a_shell_reads_it(string line, string arguments) =>
        Assert.Equal(arguments, string.Join(',', CommandLines.Arguments(Assert.Single(CommandLines.In(line)))));

    [Theory]
    [InlineData("cp digestbot.db elsewhere")]
    [InlineData("digestbot.db is a file")]
    [InlineData("`digestbot COMMAND`")]
    [InlineData("dotnet run --project src/DigestBot.Other -- x")]
    public void What_is_no_command_of_ours_is_left_alone(string line) => Assert.Empty(CommandLines.In(line));

    private static string Read(string document) => File.ReadAllText(RepositoryRoot.Combine(document));
}
