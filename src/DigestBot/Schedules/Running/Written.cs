namespace DigestBot.Schedules.Running;

/// <summary>Whether slots were written, and if not, why nothing was.</summary>
/// <param name="Lost">Slots that somebody else took meanwhile.</param>
/// <param name="ShownMeanwhile">True when a channel was shown one of the sentences meanwhile.</param>
internal sealed record Written(IReadOnlySet<long> Lost, bool ShownMeanwhile)
{
    public static Written All { get; } = new(new HashSet<long>(), false);

    public bool IsAll => Lost.Count == 0 && !ShownMeanwhile;
}
