using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>What a model learns from one item.</summary>
/// <param name="Table">A row of features for each thing that is weighed.</param>
/// <param name="Targets">What each row should give.</param>
/// <param name="Weights">How much each row counts.</param>
internal sealed record TrainingRows(FeatureTable Table, float[] Targets, float[] Weights);
