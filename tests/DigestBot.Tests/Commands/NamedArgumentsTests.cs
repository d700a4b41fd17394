using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>Arguments that a platform gives by name.</summary>
public sealed class NamedArgumentsTests
{
    private static readonly CommandDefinition Find = new("find", phrases => phrases.CommandHelp,
    [
        new("topic", ParameterKind.Topic, false, false, phrases => phrases.ParameterTopic),
        new("stories", ParameterKind.Stories, false, false, phrases => phrases.ParameterStories),
        new("window", ParameterKind.Window, false, false, phrases => phrases.ParameterWindow),
        CommandDefinition.PrivateParameter,
    ]);

    private static readonly CommandDefinition Feeds = new("feeds", phrases => phrases.CommandSources, [])
    {
        PrivateByDefault = true,
        Actions =
        [
            new("list", phrases => phrases.VerbSourcesList, false, []),
            new("add", phrases => phrases.VerbSourcesAdd, true,
            [
                new("address", ParameterKind.Text, true, true, phrases => phrases.ParameterSource) { MaxLength = 20 },
                new("kind", ParameterKind.Text, false, true, phrases => phrases.ParameterSource) { Choices = ["feed", "page"] },
            ]),
        ],
    };

    [Fact]
    public void Values_go_through_as_they_are_without_being_read_again()
    {
        CommandReading.Call call = Assert.IsType<CommandReading.Call>(
            Take(Find, ("topic", "  window:7d \"and more\" 3"), ("stories", "5"), ("window", "")));

        Assert.Equal("  window:7d \"and more\" 3", call.Arguments.Text("topic"));
        Assert.Equal(5, call.Arguments.Number("stories"));
        Assert.Null(call.Arguments.Text("window"));
    }

    [Theory]
    [InlineData("stories", "26", "Stories")]
    [InlineData("window", "soon", "soon")]
    [InlineData("private", "perhaps", "private is yes or no, not “perhaps”.")]
    [InlineData("colour", "red", "/find takes no “colour”")]
    public void A_value_out_of_limits_is_refused_and_named(string name, string value, string said) =>
        Assert.Contains(said, Refused(Find, (name, value)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_topic_is_as_long_as_in_a_text() =>
        Assert.Equal(Phrases.English.TopicTooLong(100, 101), Refused(Find, ("topic", new string('x', 101))));

    [Theory]
    [InlineData("add", "address", "https://news.example/feed.xml", "address may have 20 characters at most; this has 29.")]
    [InlineData("add", "kind", "folder", "Something is missing; write it so: /feeds add <address:…> [kind:…]")]
    [InlineData("list", "address", "x", "/feeds takes no “address”; open the command again and fill in what it offers.")]
    [InlineData("burn", "address", "x", "“burn” is not one of these: list, add.")]
    public void Every_action_takes_what_is_its_own(string action, string name, string value, string said) =>
        Assert.Equal(said, Refused(Feeds, (CommandAction.Key, action), (name, value)));

    [Fact]
    public void Only_what_is_offered_may_be_chosen() => Assert.Equal(
        "“folder” is not one of these: feed, page.",
        Refused(Feeds, (CommandAction.Key, "add"), ("address", "x"), ("kind", "folder")));

    [Fact]
    public void Whether_a_reply_is_private_is_known_before_the_command_runs()
    {
        Assert.False(Find.IsPrivate(Values()));
        Assert.True(Find.IsPrivate(Values(("private", "True"))));
        Assert.True(Feeds.IsPrivate(Values()));
        Assert.False(Feeds.IsPrivate(Values(("private", "no"))));
    }

    private static CommandReading Take(CommandDefinition command, params (string, string)[] values) =>
        NamedArguments.Take(command, Values(values), Phrases.English);

    private static string Refused(CommandDefinition command, params (string, string)[] values) =>
        Assert.IsType<CommandReading.Wrong>(Take(command, values)).Sentence;

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
