using System.IO.Compression;
using System.Text.Json;
using DigestBot.Evaluation;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>A folder for one test, and the evaluation program run as on the command line.</summary>
/// <remarks>The program writes to the console, so tests that run it are in the collection "console".</remarks>
internal sealed class EvaluationFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-evaluation-");

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    public string WriteCompressed(string name, params IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(PathOf(name)), CompressionMode.Compress));
        foreach (string line in lines)
        {
            writer.WriteLine(line);
        }

        return PathOf(name);
    }

    /// <summary>Predicts, which must succeed, and gives the predictions.</summary>
    public JsonElement[] Predict(string task, string items, params string[] more)
    {
        (int code, string _, string error) = Run(["predict", task, "--in", items, "--out", PathOf("out.jsonl"), .. more]);
        Assert.True(code == 0, error);
        return [.. File.ReadLines(PathOf("out.jsonl")).Select(line => JsonElement.Parse(line))];
    }

    /// <summary>Scores, which must succeed, and gives the lines.</summary>
    public static string[] Score(string task, string gold, string predictions)
    {
        (int code, string figures, string error) = Run("score", task, "--gold", gold, "--pred", predictions);
        Assert.True(code == 0, error);
        return figures.ReplaceLineEndings("\n").Trim().Split('\n');
    }

    public static (int Code, string Out, string Error) Run(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using var captured = new StringWriter();
        using var capturedError = new StringWriter();
        try
        {
            Console.SetOut(captured);
            Console.SetError(capturedError);
            int code = EvaluationProgram.Run(arguments);
            return (code, captured.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
