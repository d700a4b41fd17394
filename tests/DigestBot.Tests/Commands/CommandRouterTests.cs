using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Commands;

/// <summary>The way from a message to a command.</summary>
public sealed class CommandRouterTests
{
    private readonly FakeCommand _digest = new("digest", ParameterKind.Topic, ParameterKind.Window);
    private readonly FakeCommand _ask = new("ask", ParameterKind.Question);
    private readonly FakeTimeProvider _clock = new();
    private readonly CommandPace _pace;

    public CommandRouterTests() => _pace = new(Options.Create(new LimitOptions { CommandsPerMinute = 3 }), _clock);

    [Fact]
    public async Task A_command_runs_with_its_arguments_and_its_reader()
    {
        await RunAsync("/digest iraq 7d", "fr-FR");

        Assert.Equal("iraq", _digest.Called?.Arguments.Text("topic"));
        Assert.Equal(TimeSpan.FromDays(7), _digest.Called?.Arguments.Window("window", null));
        Assert.Equal("fr", _digest.Called?.Phrases.Language);
        Assert.Equal("Asia/Baghdad", _digest.Called?.Reader.Zone.Id);
    }

    [Fact]
    public async Task The_spaces_language_is_spoken_to_a_reader_without_one()
    {
        await RunAsync("/digest iraq", language: null);

        Assert.Equal("ar", _digest.Called?.Phrases.Language);
    }

    [Fact]
    public async Task Plain_text_is_a_question()
    {
        await RunAsync("and how many voted?", "en");

        Assert.Equal("and how many voted?", _ask.Called?.Arguments.Text("question"));
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        Reply.OfHelp help = Assert.IsType<Reply.OfHelp>(await RunAsync("/help", "en"));

        Assert.Equal(["digest", "ask", "help"], help.Commands.Select(command => command.Name));
    }

    [Fact]
    public async Task A_wrong_command_is_refused_and_runs_nothing()
    {
        Assert.IsType<Reply.Refusal>(await RunAsync("/digset", "en"));
        Assert.Null(_digest.Called);
    }

    [Fact]
    public async Task Whoever_asks_too_fast_waits_and_the_refusal_names_the_limit()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.IsType<Reply.Plain>(await RunAsync("/digest iraq", "en"));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(
            "You may give 3 commands in a minute (the operator sets Limits:CommandsPerMinute): the next one in 30 s; messages before that get no answer.",
            Assert.IsType<Reply.Refusal>(await RunAsync("/digest iraq", "en")).Sentence);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<Reply.Plain>(await RunAsync("/digest iraq", "en"));
    }

    [Fact]
    public async Task Wrong_commands_count_too_and_the_operator_never_waits()
    {
        for (int i = 0; i < 3; i++)
        {
            await RunAsync("/digset", "en");
        }

        Assert.StartsWith("You may give 3 commands", Assert.IsType<Reply.Refusal>(await RunAsync("/digest iraq", "en")).Sentence, StringComparison.Ordinal);
        Assert.IsType<Reply.Plain>(await RunAsync("/digest iraq", "en", isOperator: true));
    }

    private Task<Reply> RunAsync(string text, string? language, bool isOperator = false) =>
        new CommandRouter([_digest, _ask], _pace, TimeProvider.System).RunAsync(
            new(new Space(1, "discord:1", "Asia/Baghdad", "ar"), "discord:2", text, language, isOperator),
            TestContext.Current.CancellationToken);
}
