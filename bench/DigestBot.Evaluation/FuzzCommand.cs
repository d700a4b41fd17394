using System.CommandLine;
using System.Globalization;
using DigestBot.Evaluation.Fuzzing;

namespace DigestBot.Evaluation;

/// <summary>fuzz --corpus DIR [--mutations N] [--seed S] [--failures DIR]: damages documents and lets every reader read them.</summary>
internal static class FuzzCommand
{
    private static readonly FuzzLimits Limits = new(TimeSpan.FromSeconds(1), 100 << 20);

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Required = true, Description = "Folder of documents: files, .gz, .tar.gz, and .jsonl.gz, whose strings are documents" };
        var mutations = new Option<int>("--mutations") { DefaultValueFactory = _ => 1000, Description = "How many damaged documents to read, besides each as it is" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed damages the same documents in the same way" };
        var failures = new Option<string?>("--failures") { Description = "Folder for inputs that a reader did not take; give it as corpus to read them again" };
        var command = new Command("fuzz", "Lets everything that reads what strangers send read damaged documents.") { corpus, mutations, seed, failures };
        command.SetAction(parsed => Run(
            parsed.GetValue(corpus)!, Math.Max(0, parsed.GetValue(mutations)), parsed.GetValue(seed), parsed.GetValue(failures)));
        return command;
    }

    private static int Run(string corpus, int mutations, int seed, string? folder)
    {
        IReadOnlyList<byte[]> documents = FuzzCorpus.Read(corpus);
        FuzzReport report = new Fuzzer(FuzzTargets.All, Limits).Run(documents, mutations, seed);
        foreach (FuzzFailure failure in report.Failures)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, mutation {failure.Number}, {failure.Target}: {failure.Why}"));
            Keep(failure, seed, folder);
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents {documents.Count}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"inputs {report.Inputs}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"failures {report.Failures.Count}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest {report.Slowest.TotalSeconds:0.000} s"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most allocated {report.LargestAllocation / 1e6:0.0} MB"));
        return report.Failures.Count == 0 ? 0 : 1;
    }

    private static void Keep(FuzzFailure failure, int seed, string? folder)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{failure.Target}-{seed}-{failure.Number}.bin")), failure.Input);
        }
    }
}
