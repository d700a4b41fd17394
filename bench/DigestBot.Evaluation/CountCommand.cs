using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation;

/// <summary>count --data DIR --out FILE: writes the table of common stems, from the texts of sets that no story is scored on.</summary>
internal static class CountCommand
{
    // Rarer stems are told apart by the window's own counts.
    private const int LeastArticles = 20;

    private static readonly string[] Sets = ["summarize-cnndm", "summarize-cnn", "summarize-inshorts", "summarize-train-sample"];

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder with the sets: summarize-NAME.jsonl.gz" };
        var output = new Option<string>("--out") { Required = true, Description = "The table, Weights/common.stems of the library" };
        var command = new Command("count", "Counts how many articles of the news hold each stem.") { data, output };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string data, string output)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int articles = 0;
        foreach (JsonElement document in Sets.SelectMany(set => Documents(Path.Combine(data, set + ".jsonl.gz"))))
        {
            articles++;
            foreach (string stem in TextAnalyzer.Analyze(document.Text("title") ?? "", document.Text("text") ?? "").DistinctTerms)
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }
        }

        File.WriteAllText(output, Table(counts, articles));
        return 0;
    }

    private static IEnumerable<JsonElement> Documents(string path) =>
        JsonLines.Read(path).SelectMany(item => item.GetProperty("documents").EnumerateArray());

    private static string Table(Dictionary<string, int> counts, int articles)
    {
        var table = new StringBuilder();
        table.Append("# Stems of English news, each with the number of articles that hold it, of as many as the first number says.\n");
        table.Append(CultureInfo.InvariantCulture, $"# Made by the command 'count' of bench/DigestBot.Evaluation; analyzer version {TextAnalyzer.Version}.\n");
        table.Append(CultureInfo.InvariantCulture, $"{articles}\n");
        foreach ((string stem, int count) in counts
            .Where(entry => entry.Value >= LeastArticles)
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            table.Append(CultureInfo.InvariantCulture, $"{stem} {count}\n");
        }

        return table.ToString();
    }
}
