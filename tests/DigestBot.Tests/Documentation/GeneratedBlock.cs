using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Documentation;

/// <summary>A part of a document that is written by a test: between <c>name:begin</c> and <c>name:end</c> in comments.</summary>
/// <remarks>With <c>UPDATE_DOCS=1</c> in the environment the part is rewritten; otherwise it must be what it would be rewritten to.</remarks>
internal static class GeneratedBlock
{
    private const string Variable = "UPDATE_DOCS";

    /// <summary>Fails, and shows what should stand there, when the part is out of date.</summary>
    public static void Check(string document, string name, string content)
    {
        string path = RepositoryRoot.Combine(document);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string updated = Replace(text, name, content);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(path, updated);
            return;
        }

        Assert.True(
            text == updated,
            $"The part '{name}' of {document} is out of date. Run the tests with {Variable}=1 and look at the difference. It should be:\n{content}");
    }

    /// <summary>The text with the named part exchanged.</summary>
    public static string Replace(string text, string name, string content)
    {
        string begin = $"<!-- {name}:begin -->\n";
        string end = $"<!-- {name}:end -->";
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int stop = start < begin.Length ? -1 : text.IndexOf(end, start, StringComparison.Ordinal);
        if (stop < 0)
        {
            throw new InvalidOperationException($"There are no marks {begin.TrimEnd()} and {end}.");
        }

        return $"{text[..start]}{content.TrimEnd('\n')}\n{text[stop..]}";
    }
}
