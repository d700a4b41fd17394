using DigestBot.Evaluation.Tasks;

namespace DigestBot.Evaluation;

/// <summary>The tasks that this program knows. A new task is one file and one line here.</summary>
internal static class EvaluationTasks
{
    private static readonly Func<IEvaluationTask>[] Known =
    [
        () => new SummarizeTask(),
        () => new StoryTask(),
        () => new RankTask(),
        () => new AnswerTask(),
        () => new FollowUpTask(),
        () => new ExtractTask(),
        () => new FeedTask(),
        () => new DateTask(),
        () => new RobotsTask(),
    ];

    public static IEnumerable<string> Names => Known.Select(create => create().Name);

    /// <summary>A new one each time, because some tasks remember what they have read.</summary>
    public static IEvaluationTask Create(string name) =>
        Known.Select(create => create()).FirstOrDefault(task => task.Name == name)
        ?? throw new EvaluationException($"There is no task '{name}'; there are {string.Join(", ", Names)}.", exitCode: 2);
}
