namespace DigestBot.Tests.Infrastructure;

/// <summary>What a rule found wrong; unlike Assert.Empty it shows every finding in full.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        string all = string.Join('\n', findings.Distinct());
        Assert.True(all.Length == 0, all);
    }
}
