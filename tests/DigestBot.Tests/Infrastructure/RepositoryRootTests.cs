namespace DigestBot.Tests.Infrastructure;

/// <summary>Where tests look for files.</summary>
public sealed class RepositoryRootTests
{
    [Fact]
    public void Sources_are_found_without_what_a_build_leaves()
    {
        string[] sources = [.. RepositoryRoot.Files(".", "*.cs").Select(RepositoryRoot.Relative)];

        Assert.Contains("src/DigestBot/Program.cs", sources);
        Assert.DoesNotContain(sources, path => path.StartsWith("artifacts/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_does_not_exist_holds_no_files() => Assert.Empty(RepositoryRoot.Files("nowhere", "*"));
}
