using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>How a source came to the space, in JSON.</summary>
internal sealed record SourceOriginView(DateTimeOffset At, string? Channel, DateTimeOffset? Told);

/// <summary>How it stands with a source's hub, in JSON.</summary>
internal sealed record SourceHubView(
    string Address, bool Active, DateTimeOffset? Since, DateTimeOffset? Until, DateTimeOffset? LastTold, string? Problem);

/// <summary>How a check ended, in JSON.</summary>
internal sealed record SourceCheckView(DateTimeOffset At, string Outcome, string? Problem, int New, int Updated, double Seconds)
{
    public static SourceCheckView From(SourceCheck check) => new(
        check.At, SourceView.Word<CheckOutcome>(check.Outcome)!, check.Problem, check.New, check.Updated, Math.Round(check.Took.TotalSeconds, 3));
}
