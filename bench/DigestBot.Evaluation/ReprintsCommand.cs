using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation;

/// <summary>
/// reprints --data FILE: how well the likeness of term vectors, which is all that ranking has, tells which documents of a story share
/// their text, by the exact Jaccard coefficient of their runs of words.
/// </summary>
internal static class ReprintsCommand
{
    private static readonly double[] Limits = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Stories: items with documents, or documents with a story" };
        var command = new Command("reprints", "Measures how the likeness of terms tells reprints.") { data };
        command.SetAction(parsed => Run(parsed.GetValue(data)!));
        return command;
    }

    private static int Run(string path)
    {
        (bool IsReprint, double Likeness)[] pairs = [.. Stories(path).SelectMany(Pairs)];
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{pairs.Length} pairs, {pairs.Count(pair => pair.IsReprint)} share at least {ReprintFinder.LeastShared} of their text"));
        foreach (double limit in Limits)
        {
            int said = pairs.Count(pair => pair.Likeness >= limit), right = pairs.Count(pair => pair.IsReprint && pair.Likeness >= limit);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"likeness from {limit:F2}: {said} said, {right} of them right, {pairs.Count(pair => pair.IsReprint) - right} missed"));
        }

        return 0;
    }

    private static IEnumerable<(string Title, string Text)[]> Stories(string path)
    {
        JsonElement[] items = [.. JsonLines.Read(path)];
        return items.Any(item => item.Member("documents") is not null)
            ? items.Select(item => item.List("documents").Select(Read).ToArray())
            : items.GroupBy(item => item.Scalar("story") ?? "").Select(story => story.Select(Read).ToArray());
    }

    private static (string Title, string Text) Read(JsonElement document) => (document.Text("title") ?? "", document.Text("text") ?? "");

    private static IEnumerable<(bool IsReprint, double Likeness)> Pairs((string Title, string Text)[] documents)
    {
        TermVector[] vectors = [.. documents.Select(document => TextAnalyzer.Analyze(document.Title, document.Text).Vector)];
        ulong[][] shingles = [.. documents.Select(document => Shingles.Of(document.Text))];
        for (int i = 0; i < documents.Length; i++)
        {
            for (int j = i + 1; j < documents.Length; j++)
            {
                yield return (Shingles.Jaccard(shingles[i], shingles[j]) >= ReprintFinder.LeastShared, vectors[i].Similarity(vectors[j]));
            }
        }
    }
}
