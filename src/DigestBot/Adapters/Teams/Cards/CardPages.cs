using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Packs lines and quotes into pages, none of them larger than <paramref name="most"/> bytes.</summary>
/// <remarks>
/// Invariants: no quote is cut or left out, and each stands on one page with its source. What belongs together goes to the
/// next page as a whole, if it fits there; else it goes on there under its title.
/// </remarks>
internal sealed class CardPages(int most)
{
    private readonly List<CardPage> _pages = [];
    private readonly List<CardLine> _lines = [];
    private int _bytes;
    private int _first;
    private int _count;

    /// <summary>Adds lines that stay together if one page can hold them.</summary>
    public void Lines(params IReadOnlyList<CardLine> lines)
    {
        if (Size(lines) > most && lines.Count > 1)
        {
            foreach (CardLine line in lines)
            {
                Lines(line);
            }

            return;
        }

        if (Size(lines) > Room)
        {
            Turn();
        }

        Append(lines);
    }

    /// <summary>Adds quotes under a head: all on one page if they fit on one.</summary>
    /// <param name="head">Lines before the first quote; none for no head.</param>
    /// <param name="again">Lines before those that go on on another page.</param>
    /// <param name="quotes">In reading order.</param>
    /// <param name="layout">How they look.</param>
    public void Quotes(
        IReadOnlyList<CardLine> head, IReadOnlyList<CardLine> again, IReadOnlyList<Citation> quotes, CardQuotes layout)
    {
        IReadOnlyList<CardLine> top = head;
        for (int taken = 0; taken < quotes.Count;)
        {
            Citation[] rest = [.. quotes.Skip(taken)];
            int fitting = Fitting(top, rest, layout);
            if (fitting < rest.Length && _lines.Count > 0 && (fitting == 0 || Size([.. top, .. layout.Lay(rest)]) <= most))
            {
                Turn();
                continue;
            }

            int count = Math.Max(1, fitting);
            Append([.. top, .. fitting > 0 ? layout.Lay(rest[..count]) : layout.Lay(rest[0], most - Size(top))]);
            _count += count;
            taken += count;
            top = again;
        }
    }

    /// <summary>The pages, in order; none if nothing was added.</summary>
    public IReadOnlyList<CardPage> Finish()
    {
        Turn();
        return _pages;
    }

    public static int Size(IReadOnlyList<CardLine> lines) => lines.Sum(line => line.Bytes);

    private int Room => most - _bytes;

    private int Fitting(IReadOnlyList<CardLine> top, Citation[] quotes, CardQuotes layout)
    {
        int count = quotes.Length;
        while (count > 0 && Size([.. top, .. layout.Lay(quotes[..count])]) > Room)
        {
            count--;
        }

        return count;
    }

    private void Append(IReadOnlyList<CardLine> lines)
    {
        _lines.AddRange(lines);
        _bytes += Size(lines);
    }

    private void Turn()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        _pages.Add(new([.. _lines], _first, _count));
        _lines.Clear();
        _bytes = 0;
        _first += _count;
        _count = 0;
    }
}
