using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>What a model is trained on, and what it is measured on.</summary>
/// <param name="Name">Of the file of weights.</param>
/// <param name="Sets">What it is trained on, and measured on.</param>
/// <param name="Selection">How sentences are put together.</param>
internal sealed record TrainingPlan(string Name, IReadOnlyList<TrainingSet> Sets, SelectionSettings Selection)
{
    public static IReadOnlyList<TrainingPlan> All { get; } =
    [
        new(
            "article",
            [
                new("summarize-cnn", 1.5f), new("summarize-cnndm", 0.4f), new("summarize-cnndm-cased", 1.5f),
                new("summarize-train-sample", 1), new("summarize-inshorts", 2),
                new("summarize-cnn", 0.3f, Beginnings: true), new("summarize-cnndm-cased", 0.7f, Beginnings: true),
            ],
            SelectionSettings.Article),
        new("story", [new("summarize-story", 1), new("summarize-story-leads", 0.5f), new("summarize-multi", 0)], SelectionSettings.Story),
    ];
}
