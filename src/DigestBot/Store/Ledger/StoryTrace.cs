namespace DigestBot.Store.Ledger;

/// <summary>The articles by which a story is known again, whatever its id is by now. Equal for equal articles.</summary>
internal sealed class StoryTrace : IEquatable<StoryTrace>
{
    /// <param name="told">Those that somebody was shown a sentence of.</param>
    /// <param name="others">Further ones of the story, as it stood when they followed it.</param>
    public StoryTrace(IEnumerable<long> told, IEnumerable<long> others)
    {
        Told = [.. told.Distinct().Order()];
        Others = [.. others.Except(Told).Order()];
    }

    public static StoryTrace None { get; } = new([], []);

    /// <summary>Ids, ascending.</summary>
    public IReadOnlyList<long> Told { get; }

    /// <summary>Same, without those that were told.</summary>
    public IReadOnlyList<long> Others { get; }

    public IEnumerable<long> All => Told.Concat(Others);

    public bool Equals(StoryTrace? other) => other is not null && Told.SequenceEqual(other.Told) && Others.SequenceEqual(other.Others);

    public override bool Equals(object? obj) => Equals(obj as StoryTrace);

    public override int GetHashCode() => HashCode.Combine(Told.Count, Others.Count, All.FirstOrDefault());
}
