namespace DigestBot.Tests.Documentation;

/// <summary>Only what stands between its marks is a test's to write.</summary>
public sealed class GeneratedBlockTests
{
    private const string Page = "# Title\n\n<!-- table:begin -->\nold\n<!-- table:end -->\n\nText.\n";

    [Fact]
    public void What_is_between_the_marks_is_exchanged_and_nothing_else() => Assert.Equal(
        "# Title\n\n<!-- table:begin -->\nnew\n<!-- table:end -->\n\nText.\n", GeneratedBlock.Replace(Page, "table", "new\n\n"));

    [Theory]
    [InlineData("other")]
    [InlineData("tab")]
    public void A_page_without_the_marks_is_a_mistake(string name) =>
        Assert.Throws<InvalidOperationException>(() => GeneratedBlock.Replace(Page, name, "new"));

    [Fact]
    public void A_part_that_does_not_end_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => GeneratedBlock.Replace("<!-- table:begin -->\nold\n", "table", "new"));
}
