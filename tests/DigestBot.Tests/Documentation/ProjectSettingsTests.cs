using System.Diagnostics;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

public sealed class ProjectSettingsTests
{
    [Fact]
    public async Task A_relative_path_given_to_dotnet_run_is_one_where_the_user_stands()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var ask = new ProcessStartInfo("dotnet", ["msbuild", RepositoryRoot.Combine("src", "DigestBot"), "-getProperty:RunWorkingDirectory"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(ask)!;

        string folder = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", folder.Trim());
    }
}
