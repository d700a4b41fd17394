using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Adapters;

/// <summary>The conversation at a terminal.</summary>
public sealed class ConsoleAdapterTests
{
    private readonly FakeCommand _ask = new("ask", ParameterKind.Question);

    [Fact]
    public async Task Every_line_is_answered_until_the_input_ends()
    {
        FakeTerminal terminal = await ChatAsync("who voted?\n\n/nonsense\nand when?");

        Assert.Equal(
            "ask ran\n\nThere is no command “/nonsense”; /help lists those there are.\n\nask ran\n\n", terminal.Printed);
        Assert.True(_ask.Called?.Message.IsOperator);
    }

    [Theory]
    [InlineData("/quit")]
    [InlineData("  /exit  ")]
    public async Task Quit_ends_it(string quit) =>
        Assert.Equal("ask ran\n\n", (await ChatAsync($"who?\n{quit}\nand when?")).Printed);

    [Fact]
    public async Task A_prompt_is_for_people_only()
    {
        Assert.DoesNotContain("> ", (await ChatAsync("who?")).Printed, StringComparison.Ordinal);
        Assert.Equal("> ask ran\n\n> \n", (await ChatAsync("who?", interactive: true)).Printed);
    }

    [Fact]
    public async Task A_failure_is_one_sentence_and_the_conversation_goes_on()
    {
        var locked = new FakeCommand("digest", ParameterKind.Topic) { Throws = new StoreException("The store is locked.") };
        var broken = new FakeCommand("search", ParameterKind.Topic) { Throws = new TimeoutException() };

        FakeTerminal terminal = await ChatAsync("/digest iraq\n/search iraq\nwho?", commands: [locked, broken, _ask]);

        Assert.Equal(
            "This could not be done: The store is locked.\n\n" +
            "Something went wrong that should not have (TimeoutException); --verbose shows where.\n\nask ran\n\n",
            terminal.Printed);
    }

    [Fact]
    public async Task Being_cancelled_ends_it_even_while_nobody_types()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Adapter(new("who?"), [_ask])
            .RunAsync(SampleSpace, "console:local", Phrases.English, cancel.Token));
    }

    private static Space SampleSpace => new(1, "console:local", "Etc/UTC", null);

    private async Task<FakeTerminal> ChatAsync(string input, bool interactive = false, IChatCommand[]? commands = null)
    {
        var terminal = new FakeTerminal(input, interactive);
        await Adapter(terminal, commands ?? [_ask])
            .RunAsync(SampleSpace, "console:local", Phrases.English, TestContext.Current.CancellationToken);
        return terminal;
    }

    private static ConsoleAdapter Adapter(FakeTerminal terminal, IChatCommand[] commands) => new(
        terminal,
        new(commands, new(Options.Create(new LimitOptions()), TimeProvider.System), TimeProvider.System),
        TimeProvider.System,
        NullLogger<ConsoleAdapter>.Instance);
}
