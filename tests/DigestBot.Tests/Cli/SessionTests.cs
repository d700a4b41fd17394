using DigestBot.Cli;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Cli;

/// <summary>What every verb does around its own work.</summary>
public sealed class SessionTests
{
    [Theory]
    [InlineData(null, null, "This is sample news")]
    [InlineData(null, "fr", "Ce sont des articles")]
    [InlineData("ar", "fr", "هذه أخبار")]
    public async Task The_spaces_language_comes_before_the_configured_one(
        string? space, string? configured, string notice)
    {
        CommandLineRun run = await RunAsync(new(space, configured, usesSamples: true), "digest");

        Assert.StartsWith(notice, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_comes_before_both()
    {
        CommandLineRun run = await RunAsync(new("ar", "ar", usesSamples: true), "digest", "--lang", "fr");

        Assert.StartsWith("Ce sont des articles", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_does_not_exist_is_one_sentence_that_names_those_that_do()
    {
        CommandLineRun run = await RunAsync(new(null, "xx"), "digest");

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal("The bot does not speak “xx”; choose one of en, fr, ar.\n", run.Error);
    }

    [Fact]
    public async Task Samples_are_said_to_be_samples_beside_the_document_and_not_in_it()
    {
        CommandLineRun run = await RunAsync(new(null, null, usesSamples: true), "digest", "--json");

        Assert.StartsWith("This is sample news that ships with DigestBot", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task The_store_is_closed_even_when_a_verb_fails()
    {
        var session = new FakeSession(null, null);

        Assert.Equal(ExitCode.Failed, (await RunAsync(session, "digest")).Exit);
        Assert.True(session.Closed);
    }

    [Fact]
    public async Task A_setting_of_the_wrong_type_is_named()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Digests:MaxStories", "many")]).Build();
        Exception failure = Assert.Throws<InvalidOperationException>(
            () => configuration.GetValue<int>("Digests:MaxStories"));

        CommandLineRun run = await CommandLineRun.OfAsync(new FakeHost { Failure = failure }, "digest");

        Assert.StartsWith("This could not be done: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Digests:MaxStories", run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLineRun> RunAsync(FakeSession session, params string[] args) =>
        CommandLineRun.OfAsync(new FakeHost { Session = session }, args);
}
