using DigestBot.Evaluation.Tasks;

namespace DigestBot.Evaluation;

/// <summary>The tasks that this program knows. A new task is one file and one line here.</summary>
internal static class EvaluationTasks
{
    private static readonly IEvaluationTask[] Known =
    [
        new SummarizeTask(),
        new RankTask(),
        new AnswerTask(),
        new ExtractTask(),
        new FeedTask(),
        new DateTask(),
    ];

    private static readonly string[] Planned = ["story", "followup", "robots"];

    public static IEnumerable<string> Names => Known.Select(task => task.Name);

    public static IEvaluationTask Find(string name) =>
        Known.FirstOrDefault(task => task.Name == name)
        ?? throw new EvaluationException(
            Planned.Contains(name)
                ? $"The task '{name}' cannot be evaluated yet."
                : $"There is no task '{name}'; there are {string.Join(", ", Names)}.",
            exitCode: 2);
}
