using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>What a model is trained on, and what it is measured on.</summary>
/// <param name="Name">Of the file of weights.</param>
/// <param name="Sets">Files, and how much an item of each counts in training; 0 where it is only measured on.</param>
/// <param name="Selection">How sentences are put together.</param>
internal sealed record TrainingPlan(string Name, IReadOnlyList<(string File, float Weight)> Sets, SelectionSettings Selection)
{
    public static IReadOnlyList<TrainingPlan> All { get; } =
    [
        new(
            "article",
            [
                ("summarize-cnn", 1.5f), ("summarize-cnndm", 0.4f), ("summarize-cnndm-cased", 1.5f), ("summarize-train-sample", 1),
                ("summarize-inshorts", 1),
            ],
            SelectionSettings.Article),
        new("story", [("summarize-story", 1), ("summarize-story-leads", 0.5f), ("summarize-multi", 0)], SelectionSettings.Story),
    ];
}
