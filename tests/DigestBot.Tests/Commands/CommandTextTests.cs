using CsCheck;
using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>Commands as people type them.</summary>
public sealed class CommandTextTests
{
    private static readonly CommandText Text = new(
    [
        new FakeCommand("digest", ParameterKind.Topic, ParameterKind.Window, ParameterKind.Stories).Definition,
        new FakeCommand("ask", ParameterKind.Question).Definition,
        new FakeCommand("story", ParameterKind.Word).Definition,
        new FakeCommand("sources", ParameterKind.Word, ParameterKind.Question).Definition,
        new("help", phrases => phrases.CommandHelp, []),
    ]);

    [Theory]
    [InlineData("/digest iraq", "iraq", null, null)]
    [InlineData("digest iraq", "iraq", null, null)]
    [InlineData("  /Digest   iraq  7d ", "iraq", "7d", null)]
    [InlineData("/Digest \"foreign troops\" 24h", "foreign troops", "24h", null)]
    [InlineData("/digest «troupes étrangères»", "troupes étrangères", null, null)]
    [InlineData("/digest foreign troops 7d 5", "foreign troops", "7d", "5")]
    [InlineData("/digest", null, null, null)]
    [InlineData("/digest 7d", null, "7d", null)]
    [InlineData("/digest all", null, "all", null)]
    [InlineData("/digest \"24h\"", "24h", null, null)]
    [InlineData("/digest apollo 11", "apollo 11", null, null)]
    [InlineData("/digest iraq window:2w stories:3", "iraq", "2w", "3")]
    [InlineData("/digest topic:\"foreign troops\" window:7d", "foreign troops", "7d", null)]
    [InlineData("/digest c++: what now", "c++: what now", null, null)]
    [InlineData("/digest \"unended", "\"unended", null, null)]
    public void A_digest_is_asked_for_in_many_ways(string text, string? topic, string? window, string? stories)
    {
        CommandReading.Call call = Assert.IsType<CommandReading.Call>(Read(text));

        Assert.Equal("digest", call.Command);
        Assert.Equal(topic, call.Arguments.Text("topic"));
        Assert.Equal(window, call.Arguments.Text("window"));
        Assert.Equal(stories, call.Arguments.Text("stories"));
    }

    [Theory]
    [InlineData("Who voted for it?")]
    [InlineData("sources say what about oil?")]
    [InlineData("help is on its way")]
    [InlineData("ask who did it?")]
    [InlineData("story of the dam")]
    public void Text_that_is_no_command_is_a_question(string text)
    {
        CommandReading.Call call = Assert.IsType<CommandReading.Call>(Read(text));

        Assert.Equal("ask", call.Command);
        Assert.Equal(text, call.Arguments.Text("question"));
    }

    [Fact]
    public void A_question_keeps_its_own_quotation_marks()
    {
        CommandReading.Call call = Assert.IsType<CommandReading.Call>(Read("/ask who said \"never again\" and when?"));

        Assert.Equal("who said \"never again\" and when?", call.Arguments.Text("question"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t")]
    [InlineData("help")]
    [InlineData("/HELP")]
    public void Nothing_asks_for_help(string text) =>
        Assert.Equal("help", Assert.IsType<CommandReading.Call>(Read(text)).Command);

    [Theory]
    [InlineData("/digset iraq", "There is no command “/digset”; did you mean /digest?")]
    [InlineData("/weather", "There is no command “/weather”; /help lists those there are.")]
    [InlineData("/", "There is no command “/”; /help lists those there are.")]
    [InlineData("/ask", "Something is missing; write it so: /ask <question>")]
    [InlineData("/digest iraq window:soon", "A window is written 30m, 24h, 7d, 2w or all, not “soon”.")]
    [InlineData("/digest iraq 7d 26", "The number of stories is from 1 to 25, not “26”.")]
    [InlineData("/digest iraq stories:0", "The number of stories is from 1 to 25, not “0”.")]
    public void What_is_wrong_is_said_in_one_sentence(string text, string sentence) =>
        Assert.Equal(sentence, Assert.IsType<CommandReading.Wrong>(Read(text)).Sentence);

    [Fact]
    public void A_question_or_topic_may_be_as_long_as_its_limit_and_no_longer()
    {
        Assert.IsType<CommandReading.Call>(Read($"/ask {new string('x', 300)}"));
        Assert.Contains("300", Wrong($"/ask {new string('x', 301)}"), StringComparison.Ordinal);
        Assert.Contains("300", Wrong(new string('x', 301)), StringComparison.Ordinal);
        Assert.IsType<CommandReading.Call>(Read($"/digest {new string('x', 100)}"));
        Assert.Contains("100", Wrong($"/digest {new string('x', 101)}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_is_explained_in_the_readers_language() => Assert.StartsWith(
        "La commande",
        Assert.IsType<CommandReading.Wrong>(Text.Read("/digset", Phrases.Find("fr")!)).Sentence,
        StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Gen.String.Sample(text => Assert.NotNull(Read($"/digest {text}") ?? Read(text)));

    private static string Wrong(string text) => Assert.IsType<CommandReading.Wrong>(Read(text)).Sentence;

    private static CommandReading Read(string text) => Text.Read(text, Phrases.English);
}
