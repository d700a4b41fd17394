using System.Text.Json;

namespace DigestBot.Tests.Infrastructure;

/// <summary>How one run of the program ended, and what it wrote.</summary>
internal sealed record BotRun(int Exit, string Out, string Error)
{
    /// <summary>Standard output as the one JSON document that it has to be; the rest of the run must have gone well.</summary>
    public JsonElement Json => Document(0);

    /// <summary>Same, of a run that ended otherwise.</summary>
    public JsonElement Document(int exit)
    {
        Assert.True(Exit == exit, $"Exit {Exit} instead of {exit}; standard error: {Error}; standard output: {Out}");
        using JsonDocument document = JsonDocument.Parse(Out); // refuses anything before or behind the document
        return document.RootElement.Clone();
    }

    /// <summary>Checks that it ended well and returns what it printed.</summary>
    public string Done()
    {
        Assert.True(Exit == 0, $"Exit {Exit}; standard error: {Error}; standard output: {Out}");
        return Out;
    }

    /// <summary>Checks that it failed as every failure must: exit code 1, one line on standard error, no stack trace.</summary>
    public string Failed()
    {
        Assert.True(Exit == 1, $"Exit {Exit} instead of 1; standard error: {Error}; standard output: {Out}");
        string line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        return line;
    }
}
