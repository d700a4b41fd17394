using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Trains the models that tell how well a sentence answers a question, and whether the best one does.</summary>
internal sealed class AnswerTraining(bool decides) : ITraining
{
    private static readonly BoostingSettings Ranking = new(Trees: 150, Leaves: 8, Rate: 0.08, LeastRows: 100, Penalty: 1);
    private static readonly BoostingSettings Deciding = new(Trees: 150, Leaves: 8, Rate: 0.08, LeastRows: 40, Penalty: 1);

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

        private string Rank(Func<QuestionItem, bool> chosen) => ListwiseTrainer.Train(
            [.. sets.SelectMany(set => set.Value.Where(item => item.IsAnswerable && chosen(item)).SelectMany(item => Rows(item, set.Key)))],
            AnswerModel.Start,
            Ranking);

        private string Decide(AnswerModel model, Func<QuestionItem, bool> chosen) => BoostingTrainer.Train(
            [.. sets.Where(set => Decides(set.Key)).SelectMany(set => set.Value.Where(chosen).Select(
                item => new TrainingRows(model.BestOf(item.Scorer), [item.IsAnswerable ? 1 : 0], [1])))],
            Deciding);

        // In the others nearly every question has an answer.
        private static bool Decides(TrainingSet set) => set.File is "answer-squad2" or "rank-wikiqa-train" or "rank-wikiqa-dev";

        private static AnswerModel Model(string ranking, string? deciding) => new(Parse(ranking), deciding is null ? null : Parse(deciding));

        private static BoostedTrees Parse(string weights) => TreeReader.Parse(weights, FeatureTable.WidthOf<PassageFeature>());

        private static int FoldOf(QuestionItem item, int folds) => (int)(StableHash.Of(item.Fold) % (uint)folds);

        // With places and without, so that one model serves both. TrecQA lists what is right first: its places tell nothing true.
        private static IEnumerable<TrainingRows> Rows(QuestionItem item, TrainingSet set) =>
            (set.File.StartsWith("rank-trecqa", StringComparison.Ordinal) ? (bool[])[false] : [true, false]).Select(usePlace => new TrainingRows(
                PassageFeatureReader.Read(item.Scorer, usePlace),
                [.. item.Right.Select(right => right ? 1f : 0f)],
                [.. item.Right.Select(_ => set.Weight)]));
    }
}
