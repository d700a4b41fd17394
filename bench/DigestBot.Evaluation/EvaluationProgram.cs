using System.CommandLine;
using System.Text.Json;
using DigestBot.Evaluation.Refusing;

namespace DigestBot.Evaluation;

/// <summary>The command line: predict, score, train, count, languages, fuzz, disagree, refuse and reprints. Exit codes: 0 done, 1 bad data, 2 bad usage or a task not there yet.</summary>
internal static class EvaluationProgram
{
    public static int Run(string[] args)
    {
        var root = new RootCommand("Measures quality and speed of DigestBot on published test sets.")
        {
            PredictCommand.Create(),
            ScoreCommand.Create(),
            TrainCommand.Create(),
            CountCommand.Create(),
            LanguagesCommand.Create(),
            FuzzCommand.Create(),
            DisagreeCommand.Create(),
            RefuseCommand.Create(),
            ReprintsCommand.Create(),
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
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or JsonException)
        {
            Console.Error.WriteLine($"A line does not have the form of this task: {exception.Message}");
            return 1;
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine($"The predictions cannot be written: {exception.Message}");
            return 1;
        }
    }
}
