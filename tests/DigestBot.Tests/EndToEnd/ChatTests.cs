namespace DigestBot.Tests.EndToEnd;

/// <summary>A conversation, scripted through standard input.</summary>
public sealed class ChatTests(SampleBot samples) : IClassFixture<SampleBot>
{
    [Fact]
    public async Task After_a_digest_a_plain_line_is_a_question_about_it()
    {
        string said = await ChatAsync("/digest iraq", "How many troops does the United States have in Iraq?");

        Assert.Contains("Iraqi parliament adopts resolution", said, StringComparison.Ordinal);
        Assert.Contains("5,", Last(said, "Articles searched"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_of_the_digest_on_screen_is_shown_by_its_number()
    {
        string said = await ChatAsync("/digest iraq", "/story 1");

        string title = said.Split('\n').First(line => line.StartsWith("1 · ", StringComparison.Ordinal))["1 · ".Length..].Trim();
        Assert.True(said.Split(title).Length > 2, said);
    }

    [Fact]
    public async Task The_other_commands_answer_too()
    {
        string said = await ChatAsync("/help", "/search floods", "/ask How much rain fell at Halim?", "/sources", "/digset iraq");

        Assert.Contains("/digest", said, StringComparison.Ordinal);
        Assert.Contains("Jakarta", said, StringComparison.Ordinal);
        Assert.Contains("377 millimetres", said, StringComparison.Ordinal);
        Assert.Contains("Sample Wire", said, StringComparison.Ordinal);
        Assert.Contains("did you mean", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_and_hostile_lines_do_not_end_the_conversation()
    {
        string said = await ChatAsync("", "   ", "/", "/story 999", "\u001b[2J\u202e", new string('x', 100_000), "/search", "/search floods");

        Assert.Contains("Jakarta", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", said, StringComparison.Ordinal);
        Assert.DoesNotContain("should not have", said, StringComparison.Ordinal);
    }

    private async Task<string> ChatAsync(params string[] lines) =>
        (await samples.Terminal.TypeAsync(string.Join('\n', lines) + "\n/quit\n", "chat")).Done();

    private static string Last(string said, string before)
    {
        int end = said.LastIndexOf(before, StringComparison.Ordinal);
        Assert.True(end > 0, said);
        return said[Math.Max(0, end - 800)..end];
    }
}
