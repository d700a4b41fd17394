using System.Runtime.InteropServices;

namespace DigestBot.Summaries;

/// <summary>Tells which texts are one article printed again: wire copy, reprints, light edits.</summary>
/// <remarks>
/// MinHash over runs of stems (Broder, "On the resemblance and containment of documents", 1997), candidates from bands of
/// the signature (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3), each verified by the exact
/// Jaccard coefficient: what is called a reprint is one. Of pairs at the limit two in ten thousand are missed, of closer
/// ones fewer. The same texts in the same order give the same answer everywhere. Not safe for concurrent use.
/// </remarks>
public sealed class ReprintFinder
{
    /// <summary>A text that shares at least this much with an earlier one is a reprint of it.</summary>
    public const double LeastShared = 0.7;

    private const int Bands = 21;
    private const int Rows = 3;

    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, Bands * Rows).Select(i => Shingles.Mix((ulong)i))];

    private readonly List<ulong[]> _texts = []; // the shingles of each original, nothing for a reprint
    private readonly Dictionary<(int Band, ulong Hash), List<int>> _originals = [];

    /// <summary>Takes the next text and says which earlier one it reprints.</summary>
    /// <param name="text">Any text, however malformed.</param>
    /// <returns>
    /// The number of the text that it shares most with, counted from 0 in the order of the calls; its own number if it is
    /// no reprint. What is returned is never a reprint itself.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public int Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        ulong[] shingles = Shingles.Of(text);
        ulong[] bands = BandsOf(shingles);
        int original = Find(shingles, bands);
        if (original < 0)
        {
            original = _texts.Count;
            Keep(original, bands);
            _texts.Add(shingles);
        }
        else
        {
            _texts.Add([]);
        }

        return original;
    }

    private int Find(ulong[] shingles, ulong[] bands)
    {
        (int found, double most) = (-1, LeastShared);
        foreach (int candidate in Candidates(bands))
        {
            double shared = Shingles.Jaccard(shingles, _texts[candidate]);
            if (shared > most || (shared == most && found < 0))
            {
                (found, most) = (candidate, shared);
            }
        }

        return found;
    }

    private SortedSet<int> Candidates(ulong[] bands)
    {
        var candidates = new SortedSet<int>();
        for (int band = 0; band < bands.Length; band++)
        {
            if (_originals.TryGetValue((band, bands[band]), out List<int>? texts))
            {
                candidates.UnionWith(texts);
            }
        }

        return candidates;
    }

    private void Keep(int number, ulong[] bands)
    {
        for (int band = 0; band < bands.Length; band++)
        {
            ref List<int>? texts = ref CollectionsMarshal.GetValueRefOrAddDefault(_originals, (band, bands[band]), out _);
            (texts ??= []).Add(number);
        }
    }

    // A text without shingles has no bands, and so is like nothing, not even another such text.
    private static ulong[] BandsOf(ulong[] shingles)
    {
        if (shingles.Length == 0)
        {
            return [];
        }

        var bands = new ulong[Bands];
        for (int i = 0; i < Seeds.Length; i++)
        {
            ulong least = ulong.MaxValue;
            foreach (ulong shingle in shingles)
            {
                least = Math.Min(least, Shingles.Mix(shingle ^ Seeds[i]));
            }

            bands[i / Rows] = Shingles.Mix(bands[i / Rows] + least);
        }

        return bands;
    }
}
