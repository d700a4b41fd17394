namespace DigestBot.Evaluation.Training;

/// <summary>Trains a model that weighs the sentences of a summary.</summary>
internal sealed class SummaryTraining(TrainingPlan plan) : ITraining
{
    public string Name => plan.Name;

    public IReadOnlyList<TrainingSet> Sets => plan.Sets;

    public ITrainingRun Read(string data) => new Run(plan, plan.Sets.ToDictionary(
        set => set.Name, set => (IReadOnlyList<TrainingItem>)[.. TrainingItem.Read(set.PathIn(data), set.Weight, set.Beginnings)]));

    private sealed class Run(TrainingPlan plan, Dictionary<string, IReadOnlyList<TrainingItem>> sets) : ITrainingRun
    {
        private readonly HashSet<string> _trainedOn = [.. plan.Sets.Where(set => set.Weight > 0).Select(set => set.Name)];

        public IEnumerable<string> Validate(int folds) =>
            new CrossValidation(folds, BoostingSettings.Usual, plan.Selection).Run(sets, _trainedOn);

        public string Train() => BoostingTrainer.Train(
            [.. sets.Where(set => _trainedOn.Contains(set.Key)).SelectMany(set => set.Value).Select(item => item.Rows)],
            BoostingSettings.Usual);
    }
}
