using System.Text.Json;
using DigestBot.Evaluation.Rouge;
using DigestBot.Ingest.Reading;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>An article or a story with references: what the model sees of it, and what each sentence would have been worth.</summary>
internal sealed class TrainingItem
{
    private const int FewestRead = 3;
    private const int MostRead = 10;
    private const int UsualWords = 30;
    private const int MostWords = 60;

    private TrainingItem(string id, SourceText[] sources, SummaryOptions options, string[] references, float weight)
    {
        Id = id;
        Sources = sources;
        Options = options;
        References = references;
        Weight = weight;
    }

    public string Id { get; }

    public SourceText[] Sources { get; }

    public SummaryOptions Options { get; }

    public string[] References { get; }

    /// <summary>How much it counts in training.</summary>
    public float Weight { get; }

    /// <summary>A row of features for each sentence that may be quoted.</summary>
    public required FeatureTable Table { get; init; }

    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Of each sentence; see <see cref="SentenceWorth"/>.</summary>
    public required float[] Worth { get; init; }

    // Every article weighs alike; long sentences decide more of a summary than short ones.
    public TrainingRows Rows => new(
        Table,
        Worth,
        [.. Candidates.Select(candidate => Weight * Math.Min(candidate.Words, MostWords) / UsualWords / Candidates.Count * 30)]);

    /// <param name="file">JSON lines with references.</param>
    /// <param name="weight">How much each item counts in training.</param>
    /// <param name="beginnings">Whether only the beginnings of the articles are read, as feeds carry them.</param>
    public static IEnumerable<TrainingItem> Read(string file, float weight, bool beginnings)
    {
        foreach (JsonElement item in JsonLines.Read(file))
        {
            if (Read(item, weight, beginnings) is { Candidates.Count: > 0 } read)
            {
                yield return read;
            }
        }
    }

    private static TrainingItem Read(JsonElement item, float weight, bool beginnings)
    {
        string id = item.Scalar("id") ?? "";
        int sentencesRead = beginnings ? FewestRead + (int)(StableHash.Of(id) % (MostRead - FewestRead + 1)) : int.MaxValue;
        SourceText[] sources =
        [
            .. item.List("documents")
                .Select(document => new SourceText(document.Scalar("id") ?? "", Beginning(document.RequiredText("text"), sentencesRead))
                {
                    Title = document.Text("title"),
                    Published = FeedDates.Parse(document.Scalar("published")),
                })
                .OrderBy(source => source.Published ?? DateTimeOffset.MaxValue),
        ];
        int? sentences = (int?)item.Whole("sentences"), words = (int?)item.Whole("words");
        var options = new SummaryOptions { MaxSentences = sentences, MaxWords = sentences is null ? words : null };
        string[] references = item.Texts("references");

        var reader = new CandidateReader();
        for (int i = 0; i < sources.Length; i++)
        {
            reader.Read(sources[i], i);
        }

        var vectors = new SentenceVectors(reader.Candidates, reader.Vocabulary.Count);
        return new(id, sources, options, references, weight)
        {
            Candidates = reader.Candidates,
            Table = FeatureReader.Read(reader.Candidates, vectors, [.. sources.Select(source => reader.OfTitle(source))]),
            Worth = SentenceWorth.Of(
                [.. reader.Candidates.Select(candidate => RougeTokens.Of(candidate.Span.Of(sources[candidate.Source].Text), stem: true))],
                [.. reader.Candidates.Select(candidate => candidate.Words)],
                [.. references.Select(reference => RougeTokens.Of(reference, stem: true))],
                options),
        };
    }

    private static string Beginning(string text, int sentences)
    {
        IReadOnlyList<TextSpan> spans = SentenceSplitter.Split(text);
        return spans.Count <= sentences ? text : text[..spans[sentences - 1].End];
    }
}
