namespace DigestBot.Tests.Infrastructure;

/// <summary>What happens to a test whose tool is not installed.</summary>
internal static class MissingTool
{
    /// <summary>Skips on a developer's machine; fails where CI=true, since there nobody reads what was skipped.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Report(string reason)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
