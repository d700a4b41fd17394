using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>predict TASK --in FILE --out FILE: one prediction a line, timed.</summary>
internal static class PredictCommand
{
    private const int BatchSize = 256;

    // The runtime compiles hot code better in the background; one pass over 1 % is often too short for that.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "One of: " + string.Join(", ", EvaluationTasks.Names) };
        var input = new Option<string>("--in") { Required = true, Description = "Items: JSON lines, plain or .gz" };
        var output = new Option<string>("--out") { Required = true, Description = "Predictions: JSON lines" };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 1, Description = "Items predicted at once" };
        var system = new Option<string>("--system")
        {
            DefaultValueFactory = _ => PredictSettings.Bot,
            Description = "'bot', 'untrained' (rank, answer, followup), 'no-places' (rank, answer), 'title' (followup) or 'lead' (summarize)",
        };
        var command = new Command("predict", "Writes one prediction per item and tells the speed.")
        {
            task, input, output, threads, system,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(task)!,
            parsed.GetValue(input)!,
            parsed.GetValue(output)!,
            Math.Max(1, parsed.GetValue(threads)),
            parsed.GetValue(system)!));
        return command;
    }

    private static int Run(string name, string input, string output, int threads, string system)
    {
        IEvaluationTask task = EvaluationTasks.Create(name);
        threads = task.InOrder ? 1 : threads;
        string directory = Path.GetDirectoryName(Path.GetFullPath(input)) ?? ".";
        var settings = new PredictSettings(system, directory);
        int items = JsonLines.Read(input).Count();
        IEvaluationTask warm = EvaluationTasks.Create(name);
        WarmUp(JsonLines.Read(input).Take((items + 99) / 100).Select(item => warm.Prepare(item, settings)).ToList());

        var spent = new Stopwatch();
        using (Stream file = Create(output))
        {
            var held = new List<Action<Utf8JsonWriter>>();
            foreach (JsonElement[] batch in JsonLines.Read(input).Chunk(BatchSize))
            {
                Func<Action<Utf8JsonWriter>>[] prepared = [.. batch.Select(item => task.Prepare(item, settings))];
                spent.Start();
                Action<Utf8JsonWriter>[] predictions = Predict(prepared, threads);
                spent.Stop();
                if (task.InOrder)
                {
                    held.AddRange(predictions);
                }
                else
                {
                    Write(file, predictions);
                }
            }

            spent.Start();
            task.Complete();
            spent.Stop();
            Write(file, held);
        }

        double seconds = spent.Elapsed.TotalSeconds;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{items} items, {seconds:F3} seconds, {items / Math.Max(seconds, 1e-9):F0} items/s, threads {threads}"));
        return 0;
    }

    private static void WarmUp(List<Func<Action<Utf8JsonWriter>>> prepared)
    {
        var spent = Stopwatch.StartNew();
        while (prepared.Count > 0 && spent.Elapsed < WarmUpTime)
        {
            prepared.ForEach(run => run());
        }
    }

    private static Action<Utf8JsonWriter>[] Predict(Func<Action<Utf8JsonWriter>>[] prepared, int threads)
    {
        var predictions = new Action<Utf8JsonWriter>[prepared.Length];
        if (threads == 1)
        {
            for (int i = 0; i < prepared.Length; i++)
            {
                predictions[i] = prepared[i]();
            }
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
            Parallel.For(0, prepared.Length, options, i => predictions[i] = prepared[i]());
        }

        return predictions;
    }

    private static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EvaluationException($"'{path}' cannot be written: {exception.Message}");
        }
    }

    private static void Write(Stream file, IEnumerable<Action<Utf8JsonWriter>> predictions)
    {
        foreach (Action<Utf8JsonWriter> prediction in predictions)
        {
            using (var writer = new Utf8JsonWriter(file, Relaxed))
            {
                prediction(writer);
            }

            file.WriteByte((byte)'\n');
        }
    }
}
