using System.CommandLine;
using System.Text.Json;
using DigestBot.Evaluation;

var root = new RootCommand("Measures quality and speed of DigestBot on published test sets.")
{
    PredictCommand.Create(),
    ScoreCommand.Create(),
};

try
{
    ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    int exitCode = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? 2 : exitCode;
}
catch (EvaluationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return exception.ExitCode;
}
catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or JsonException)
{
    Console.Error.WriteLine($"A line does not have the form of this task: {exception.Message}");
    return 1;
}
