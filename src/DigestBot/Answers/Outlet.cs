using DigestBot.Digests;

namespace DigestBot.Answers;

/// <summary>Sources that somebody named.</summary>
/// <param name="Ids">Which.</param>
/// <param name="Names">What they are called.</param>
internal sealed record Outlet(IReadOnlyList<long> Ids, IReadOnlyList<string> Names)
{
    /// <summary>The same, as a digest knows them.</summary>
    public DigestSources ToSources() => new(Ids, Names);
}
