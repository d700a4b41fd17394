using DigestBot.Stories;

namespace DigestBot.Schedules.Engine;

/// <summary>Groups what has come in.</summary>
internal sealed partial class GroupStories(StoryGrouper grouper, ILogger<GroupStories> logger) : IChore
{
    public string Name => "group-stories";

    public TimeSpan? Interval => TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int grouped = await grouper.RunAsync(cancellationToken);
        if (grouped > 0)
        {
            LogGrouped(grouped);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Grouped {Articles} articles into stories")]
    private partial void LogGrouped(int articles);
}
