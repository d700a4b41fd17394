using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Tests.Infrastructure;

/// <summary>What happens to a test whose tool is not installed.</summary>
internal static class MissingTool
{
    private static bool OnBuildServer =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Skips on a developer's machine; fails where CI=true, since there nobody reads what was skipped.</summary>
    [DoesNotReturn]
    public static void Report(string reason) => Report(reason, OnBuildServer);

    /// <summary>Same, where it is known what kind of machine this is.</summary>
    [DoesNotReturn]
    public static void Report(string reason, bool onBuildServer)
    {
        if (onBuildServer)
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
