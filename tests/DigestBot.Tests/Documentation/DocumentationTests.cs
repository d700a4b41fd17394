using System.Globalization;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>Documents stay short, complete in their form, and lead where they say.</summary>
public sealed class DocumentationTests
{
    private const int LongestReadme = 150;
    private const int LongestDecision = 45;

    private static readonly string[] DecisionHeadings = ["Status", "Context", "Decision", "Consequences"];

    public static TheoryData<string> Documents => [.. RepositoryRoot.Files(".", "*.md").Select(RepositoryRoot.Relative)];

    public static TheoryData<string> Decisions => [.. DecisionFiles().Select(RepositoryRoot.Relative)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_within_the_repository_leads_somewhere(string document)
    {
        var broken = Read(document).Links().Where(link => !IsElsewhere(link) && !LeadsSomewhere(document, link));

        Findings.None(broken);
    }

    [Theory]
    [InlineData("docs/adr/README.md", "nothing.md", false)]
    [InlineData("docs/adr/README.md", "README.md", true)]
    [InlineData("docs/adr/README.md", "README.md#no-such-heading", false)]
    [InlineData("docs/adr/README.md", "#decisions", true)]
    [InlineData("docs/adr/README.md", "../../../outside.md", false)]
    [InlineData("docs/adr/README.md", "../../CONTRIBUTING.md", true)]
    public void A_broken_link_is_seen(string document, string link, bool leads) =>
        Assert.Equal(leads, LeadsSomewhere(document, link));

    [Fact]
    public void The_readme_is_read_in_one_go()
    {
        string readme = RepositoryRoot.Combine("README.md");
        Assert.SkipUnless(File.Exists(readme), "There is no README.md.");

        Assert.InRange(Read("README.md").Length, 1, LongestReadme);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_decision_is_short_and_has_the_four_headings(string document)
    {
        MarkdownFile decision = Read(document);

        Assert.Equal(DecisionHeadings, decision.Headings().Skip(1));
        Assert.InRange(decision.Length, 1, LongestDecision);
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_the_index_lists_each_under_its_title()
    {
        string[] files = [.. DecisionFiles().Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        string index = File.ReadAllText(RepositoryRoot.Combine("docs", "adr", "README.md"));

        Assert.NotEmpty(files);
        Assert.Equal(
            Enumerable.Range(1, files.Length).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)),
            files.Select(file => file[..4]));
        Assert.All(files, file => Assert.Contains($"[{Title(file)}]({file})", index, StringComparison.Ordinal));
    }

    private static IEnumerable<string> DecisionFiles() =>
        RepositoryRoot.Files(Path.Combine("docs", "adr"), "*.md").Where(file => Path.GetFileName(file) != "README.md");

    private static string Title(string file) => Read($"docs/adr/{file}").Headings().First();

    private static MarkdownFile Read(string document) => new(File.ReadAllText(RepositoryRoot.Combine(document)));

    private static bool IsElsewhere(string link) => link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);

    private static bool LeadsSomewhere(string document, string link)
    {
        string[] parts = link.Split('#', 2);
        string folder = Path.GetDirectoryName(RepositoryRoot.Combine(document))!;
        string target = parts[0].Length == 0
            ? RepositoryRoot.Combine(document)
            : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
        return Path.Exists(target)
            && !RepositoryRoot.Relative(target).StartsWith("..", StringComparison.Ordinal)
            && (parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal)
                || new MarkdownFile(File.ReadAllText(target)).Anchors().Contains(parts[1]));
    }
}
