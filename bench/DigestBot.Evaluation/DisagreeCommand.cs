using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation;

/// <summary>disagree --data FILE --out FILE: writes the differing figures of every story, for somebody to read and judge.</summary>
internal static class DisagreeCommand
{
    private const int MostOfStory = 5;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Stories: items with documents, or documents with a story" };
        var output = new Option<string>("--out") { Required = true, Description = "The pairs, as text" };
        var unrelated = new Option<int>("--unrelated") { Description = "So many documents of different items together: whatever is found there is wrong" };
        var command = new Command("disagree", "Writes what the finder of differing figures finds in each story.") { data, output, unrelated };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(unrelated)));
        return command;
    }

    private static int Run(string path, string output, int unrelated)
    {
        var text = new StringBuilder();
        int stories = 0, pairs = 0;
        foreach ((string id, IReadOnlyList<SourceText> sources) in Stories(path, unrelated))
        {
            stories++;
            foreach (Disagreement pair in DisagreementFinder.Find(sources, MostOfStory))
            {
                pairs++;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{id}\n  {pair.First.Figure}: {OneLine(pair.First.Text)}\n  {pair.Second.Figure}: {OneLine(pair.Second.Text)}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"# {pairs} pairs in {stories} stories\n");
        File.WriteAllText(output, text.ToString());
        return 0;
    }

    private static IEnumerable<(string Id, IReadOnlyList<SourceText> Sources)> Stories(string path, int unrelated)
    {
        JsonElement[] items = [.. JsonLines.Read(path)];
        return unrelated > 0 ? items.Select(item => item.List("documents")[0]).Chunk(unrelated).Select((mixed, i) => ($"{i}", Sources(mixed)))
            : items.Any(item => item.Member("documents") is not null)
                ? items.Select(item => (item.Scalar("id") ?? "", Sources(item.List("documents"))))
                : items.GroupBy(item => item.Scalar("story") ?? "").Select(story => (story.Key, Sources([.. story])));
    }

    private static IReadOnlyList<SourceText> Sources(IReadOnlyList<JsonElement> documents) =>
    [
        .. documents.Select((document, i) => new SourceText(i.ToString(CultureInfo.InvariantCulture), document.Text("text") ?? "")
        {
            Title = document.Text("title"),
            Publisher = document.Text("source"),
            Published = DateTimeOffset.TryParse(document.Text("published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null,
        }),
    ];

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
