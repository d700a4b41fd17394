using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestBot.Evaluation.Tasks;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>What models make of questions that they have not seen, beside the way without training.</summary>
internal static class AnswerFigures
{
    private static readonly RankOptions[] Ways = [new(), new() { UsePlace = false }];

    public static IEnumerable<string> Lines(string name, IReadOnlyList<QuestionItem> items, Func<QuestionItem, AnswerModel> modelOf, bool decides)
    {
        IReadOnlyList<Figure> untrained = Figures(items, Ways[0], _ => null, decides);
        foreach (RankOptions way in Ways)
        {
            IReadOnlyList<Figure> ours = Figures(items, way, modelOf, decides);
            var line = new StringBuilder();
            line.Append(CultureInfo.InvariantCulture, $"{name,-18} {items.Count,4} items{(way.UsePlace ? "" : ", no places")}:");
            foreach ((int i, Figure figure) in ours.Index())
            {
                (double difference, double low, double high) = PairedBootstrap.Compare(figure, untrained[i]);
                line.Append(CultureInfo.InvariantCulture, $" {figure.Name} {untrained[i].Value:F4} {figure.Value:F4}");
                line.Append(CultureInfo.InvariantCulture, $" {difference:+0.0000;-0.0000} [{low:+0.0000;-0.0000}, {high:+0.0000;-0.0000}]");
            }

            yield return line.ToString();
        }
    }

    private static IReadOnlyList<Figure> Figures(
        IReadOnlyList<QuestionItem> items, RankOptions way, Func<QuestionItem, AnswerModel?> modelOf, bool decides)
    {
        bool ranks = items[0].Spans.Count == 0;
        IScorer scorer = ranks ? new RankScorer() : new AnswerScorer();
        foreach (QuestionItem item in items)
        {
            PassageScorer passages = item.Scorer;
            AnswerModel? model = modelOf(item);
            IReadOnlyList<RankedPassage> ranked = PassageRanker.RankWith(passages, way, model);
            double untrained = passages.Answerable();
            double confidence = decides && model is not null && untrained > 0 ? model.AnswerableFrom(passages) : untrained;
            scorer.Add(item.Gold, ranks ? Scores(ranked, confidence) : Best(item.Spans[ranked[0].Index], confidence));
        }

        return scorer.Figures();
    }

    private static JsonElement Scores(IReadOnlyList<RankedPassage> ranked, double answerable) => JsonSerializer.SerializeToElement(
        new { scores = ranked.OrderBy(passage => passage.Index).Select(passage => passage.Score), answerable });

    private static JsonElement Best(TextSpan span, double confidence) => JsonSerializer.SerializeToElement(
        new { answered = confidence >= PassageRanker.AnswerThreshold, confidence, quote = new { start = span.Start, length = span.Length } });
}
