using System.Text.RegularExpressions;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>A file that a document names is there: from the root, or from the host's folder, where the slices are.</summary>
public sealed partial class NamedFilesTests
{
    private static readonly string[] Starts = [".", "src/DigestBot", "src/DigestBot.Summaries", "tests/DigestBot.Tests", "samples"];

    public static TheoryData<string> Documents =>
    [
        "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/configuration.md", "docs/operations.md",
        .. RepositoryRoot.Files(Path.Combine("docs", "adr"), "*.md").Select(RepositoryRoot.Relative),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_a_document_names_exists(string document) =>
        Findings.None(Named(File.ReadAllText(RepositoryRoot.Combine(document))).Where(name => !Exists(name)));

    [Theory]
    [InlineData("`Ingest/IngestWorker.cs` and `IngestWorker`", "Ingest/IngestWorker.cs", true)]
    [InlineData("`Store/Migrations/Sqlite/`", "Store/Migrations/Sqlite/", true)]
    [InlineData("`Ingest/Gone.cs`", "Ingest/Gone.cs", false)]
    [InlineData("`test.sh`, `digestbot.db`", "test.sh", true)]
    public void A_named_file_is_told_from_other_code(string text, string name, bool exists)
    {
        Assert.Equal([name], Named(text));
        Assert.Equal(exists, Exists(name));
    }

    private static IEnumerable<string> Named(string text) => FileName().Matches(text).Select(match => match.Groups[1].Value);

    private static bool Exists(string name) => Starts.Any(start => Path.Exists(RepositoryRoot.Combine(start, name)));

    [GeneratedRegex(@"`((?:[\w.-]+/)*[\w.-]+\.(?:cs|csproj|sln|props|md|json|jsonl|sql|sh|resx|txt)|(?:[\w.-]+/)+)`")]
    private static partial Regex FileName();
}
