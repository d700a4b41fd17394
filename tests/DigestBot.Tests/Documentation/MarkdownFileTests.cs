namespace DigestBot.Tests.Documentation;

/// <summary>What counts as a link and as a heading.</summary>
public sealed class MarkdownFileTests
{
    [Theory]
    [InlineData("see [the plan](docs/plan.md#why) and ![a picture](picture.png \"title\")", "docs/plan.md#why,picture.png")]
    [InlineData("[plan]: docs/plan.md", "docs/plan.md")]
    [InlineData("`[not](a/link)` and [one](<b/c.md>)", "b/c.md")]
    [InlineData("```\n[not](a/link)\n```\n[one](b)", "b")]
    [InlineData("[verbatim] (no link)", "")]
    public void Links_are_found_outside_code(string text, string targets) =>
        Assert.Equal(targets, string.Join(',', new MarkdownFile(text).Links()));

    [Fact]
    public void Headings_have_the_anchors_that_github_gives_them()
    {
        var file = new MarkdownFile("# 5. SQLite by default: why?\n\n```sh\n# a comment\n```\n## `--lang` option\n");

        Assert.Equal(["5-sqlite-by-default-why", "--lang-option"], file.Anchors());
        Assert.Equal(6, file.Length);
    }
}
