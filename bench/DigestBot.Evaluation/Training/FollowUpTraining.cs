using System.Globalization;
using System.Text.Json;
using DigestBot.Evaluation.Tasks;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Trains the model that tells which words of a conversation a question means.</summary>
internal sealed class FollowUpTraining : ITraining
{
    private static readonly BoostingSettings Boosting = new(Trees: 150, Leaves: 8, Rate: 0.1, LeastRows: 60, Penalty: 1);

    public string Name => "followup";

    public IReadOnlyList<TrainingSet> Sets { get; } = [new("followup-canard", 1)];

    public ITrainingRun Read(string data) => new Run([.. JsonLines.Read(Sets[0].PathIn(data))]);

    private sealed class Run(JsonElement[] items) : ITrainingRun
    {
        private readonly TrainingRows[] _rows = [.. items.Select(Rows)];

        public string Train() => BoostingTrainer.Train([.. _rows.Where(rows => rows.Table.Rows > 0)], Boosting);

        public IEnumerable<string> Validate(int folds)
        {
            IScorer[] scorers = [new FollowUpScorer(), new FollowUpScorer(), new FollowUpScorer()];
            for (int fold = 0; fold < folds; fold++)
            {
                string weights = BoostingTrainer.Train(
                    [.. _rows.Where((rows, i) => rows.Table.Rows > 0 && FoldOf(items[i], folds) != fold)], Boosting);
                var model = new FollowUpModel(TreeReader.Parse(weights, FeatureTable.WidthOf<FollowUpFeature>()));
                foreach (JsonElement item in items.Where(item => FoldOf(item, folds) == fold))
                {
                    Score(item, model, scorers);
                }
            }

            return Figures(scorers);
        }

        private static void Score(JsonElement item, FollowUpModel model, IScorer[] scorers)
        {
            string question = item.RequiredText("question");
            QuestionContext context = FollowUpTask.Context(item);
            string[] queries =
            [
                FollowUp.SelfContained(question, context, model),
                FollowUp.SelfContained(question, context, useTrainedModel: false),
                $"{question} ({context.Title})",
            ];
            foreach ((IScorer scorer, string query) in scorers.Zip(queries))
            {
                scorer.Add(item, JsonSerializer.SerializeToElement(new { query }));
            }
        }

        private static IEnumerable<string> Figures(IScorer[] scorers)
        {
            IReadOnlyList<Figure>[] figures = [.. scorers.Select(scorer => scorer.Figures())];
            for (int i = 0; i < figures[0].Count; i++)
            {
                (double difference, double low, double high) = PairedBootstrap.Compare(figures[0][i], figures[2][i]);
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"followup-canard {figures[0][i].Items} items, {figures[0][i].Name}: {figures[0][i].Value:F4}, without training {figures[1][i].Value:F4}, title {figures[2][i].Value:F4}, difference {difference:+0.0000;-0.0000} [{low:+0.0000;-0.0000}, {high:+0.0000;-0.0000}]");
            }
        }

        // Conversations on one page stay together.
        private static int FoldOf(JsonElement item, int folds) =>
            (int)(StableHash.Of(FollowUpTask.Context(item).Title ?? "") % (uint)folds);

        private static TrainingRows Rows(JsonElement item)
        {
            var shape = new FollowUpShape(item.RequiredText("question"));
            var history = new History(FollowUpTask.Context(item));
            HistoryTerm[] candidates = FollowUpModel.Candidates(shape, history);
            HashSet<string> rewrite = [.. TextAnalyzer.Terms(item.RequiredText("rewrite"))];
            return new(
                FollowUpFeatureReader.Read(shape, history, candidates),
                [.. candidates.Select(candidate => rewrite.Contains(candidate.Term.Stem) ? 1f : 0f)],
                [.. candidates.Select(_ => 1f)]);
        }
    }
}
