using DigestBot.Commands;
using DigestBot.Store;

namespace DigestBot.Tests.Commands;

/// <summary>The way from a message to a command.</summary>
public sealed class CommandRouterTests
{
    private readonly FakeCommand _digest = new("digest", ParameterKind.Topic, ParameterKind.Window);
    private readonly FakeCommand _ask = new("ask", ParameterKind.Question);

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

    private Task<Reply> RunAsync(string text, string? language) =>
        new CommandRouter([_digest, _ask], TimeProvider.System).RunAsync(
            new(new Space(1, "discord:1", "Asia/Baghdad", "ar"), "discord:2", text, language, IsOperator: false),
            TestContext.Current.CancellationToken);
}
