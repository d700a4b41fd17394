using Xunit.Sdk;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A missing tool must not go unnoticed where nobody watches.</summary>
public sealed class MissingToolTests
{
    [Theory]
    [InlineData(true, typeof(FailException))]
    [InlineData(false, typeof(SkipException))]
    public void A_missing_tool_fails_on_a_build_server_and_skips_elsewhere(bool onBuildServer, Type outcome)
    {
        Exception? reported = null;
        try
        {
            MissingTool.Report("No such tool: install it.", onBuildServer);
        }
        catch (Exception exception)
        {
            reported = exception;
        }

        Assert.IsType(outcome, reported);
        Assert.Contains("No such tool: install it.", reported.Message, StringComparison.Ordinal);
    }
}
