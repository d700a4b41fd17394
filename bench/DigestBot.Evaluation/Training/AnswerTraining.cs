using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Trains the models that tell how well a sentence answers a question, and whether the best one does.</summary>
internal sealed class AnswerTraining(bool decides) : ITraining
{
    private static readonly BoostingSettings Ranking =
        new(Trees: 300, Leaves: 12, Rate: 0.05, LeastRows: 50, Penalty: 1, Items: 0.5, Features: 0.3);

    private static readonly BoostingSettings Deciding = new(Trees: 200, Leaves: 8, Rate: 0.06, LeastRows: 40, Penalty: 1, Features: 0.4);

    // There are several times as many sentences among those of other texts.
    private const float AmongOthers = 0.5f;

    public string Name => decides ? "answerable" : "answer";

    public IReadOnlyList<TrainingSet> Sets { get; } =
    [
        new("rank-wikiqa-train", 1), new("rank-wikiqa-dev", 1), new("rank-trecqa-train", 2), new("rank-trecqa-dev", 2),
        new("rank-selqa-dev", 1), new("answer-squad2", 0.7f),
    ];

    public ITrainingRun Read(string data) => new Run(decides, Sets.ToDictionary(
        set => set, set => (IReadOnlyList<QuestionItem>)[.. JsonLines.Read(set.PathIn(data)).Select(QuestionItem.Of).Where(item => item.Sentences.Length > 0)]));

    private sealed class Run(bool decides, Dictionary<TrainingSet, IReadOnlyList<QuestionItem>> sets) : ITrainingRun
    {
        public string Train()
        {
            string ranking = Rank(_ => true);
            return decides ? Decide(Model(ranking, null), _ => true) : ranking;
        }

        public IEnumerable<string> Validate(int folds)
        {
            AnswerModel[] models = [.. Enumerable.Range(0, folds).Select(fold =>
            {
                string ranking = Rank(item => FoldOf(item, folds) != fold);
                return decides ? Model(ranking, Decide(Model(ranking, null), item => FoldOf(item, folds) != fold)) : Model(ranking, null);
            })];
            return sets.SelectMany(set => AnswerFigures.Lines(
                set.Key.Name, set.Value, item => models[FoldOf(item, folds)], decides));
        }

        private string Rank(Func<QuestionItem, bool> chosen)
        {
            var crowd = new Crowd(sets.Values.SelectMany(items => items).Where(chosen));
            return ListwiseTrainer.Train(
                [.. sets.SelectMany(set => set.Value.Where(item => item.IsAnswerable && chosen(item)).SelectMany(item => Rows(item, set.Key, crowd)))],
                AnswerModel.Start,
                Ranking);
        }

        private string Decide(AnswerModel model, Func<QuestionItem, bool> chosen) => BoostingTrainer.Train(
            [.. sets.Where(set => Decides(set.Key)).SelectMany(set => set.Value.Where(chosen).Select(
                item => new TrainingRows(model.BestOf(item.Scorer), [item.IsAnswerable ? 1 : 0], [1])))],
            Deciding);

        // In the others nearly every question has an answer.
        private static bool Decides(TrainingSet set) => set.File is "answer-squad2" or "rank-wikiqa-train" or "rank-wikiqa-dev";

        private static AnswerModel Model(string ranking, string? deciding) => new(Parse(ranking), deciding is null ? null : Parse(deciding));

        private static BoostedTrees Parse(string weights) => TreeReader.Parse(weights, FeatureTable.WidthOf<PassageFeature>());

        private static int FoldOf(QuestionItem item, int folds) => (int)(StableHash.Of(item.Fold) % (uint)folds);

        // With places, without, and among sentences of other texts, so that one model serves all. TrecQA lists what is right first: its places tell nothing true.
        private static IEnumerable<TrainingRows> Rows(QuestionItem item, TrainingSet set, Crowd crowd)
        {
            if (!set.File.StartsWith("rank-trecqa", StringComparison.Ordinal))
            {
                yield return Rows(item, set.Weight, item.Scorer, usePlace: true);
            }

            yield return Rows(item, set.Weight, item.Scorer, usePlace: false);
            yield return Rows(item, AmongOthers * set.Weight, crowd.Around(item), usePlace: false);
        }

        private static TrainingRows Rows(QuestionItem item, float weight, PassageScorer scorer, bool usePlace)
        {
            FeatureTable table = PassageFeatureReader.Read(scorer, usePlace);
            return new TrainingRows(
                table,
                [.. Enumerable.Range(0, table.Rows).Select(row => row < item.Right.Length && item.Right[row] ? 1f : 0f)],
                [.. Enumerable.Repeat(weight, table.Rows)]);
        }
    }
}
