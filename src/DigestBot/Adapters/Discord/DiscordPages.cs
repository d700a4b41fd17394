using System.Text;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Packs lines and quotes into pages, none longer than <paramref name="longest"/>.</summary>
/// <remarks>
/// Invariants: no quote is cut or left out, and each stands on one page with its source. What belongs together goes to the
/// next page as a whole, if it fits there; else it goes on there under its title.
/// </remarks>
internal sealed class DiscordPages(int longest)
{
    private readonly List<DiscordPage> _pages = [];
    private readonly StringBuilder _text = new();
    private bool _gap;
    private int _first;
    private int _count;

    /// <summary>Leaves a line free before what comes next, except at the top of a page.</summary>
    public void Gap() => _gap = true;

    /// <summary>Adds lines that stay together if one page can hold them.</summary>
    public void Lines(params IReadOnlyList<string> lines)
    {
        string block = string.Join('\n', lines);
        if (block.Length > longest && lines.Count > 1)
        {
            foreach (string line in lines)
            {
                Lines(line);
            }

            return;
        }

        block = ShortText.Of(block, longest);
        if (block.Length == 0)
        {
            return;
        }

        if (block.Length > Room)
        {
            Turn();
        }

        Append(block);
    }

    /// <summary>Adds quotes under a head: all on one page if they fit on one.</summary>
    /// <param name="head">Lines before the first quote; empty for none.</param>
    /// <param name="again">Lines before those that go on on another page.</param>
    /// <param name="quotes">In reading order.</param>
    /// <param name="layout">How they look.</param>
    public void Quotes(string head, string again, IReadOnlyList<Citation> quotes, DiscordQuotes layout)
    {
        string top = head;
        for (int taken = 0; taken < quotes.Count;)
        {
            Citation[] rest = [.. quotes.Skip(taken)];
            int fitting = Fitting(top, rest, layout);
            if (fitting < rest.Length && _text.Length > 0 && (fitting == 0 || Under(top, layout.Lay(rest)).Length <= longest))
            {
                Turn();
                continue;
            }

            int count = Math.Max(1, fitting);
            Append(Under(top, fitting > 0 ? layout.Lay(rest[..count]) : layout.Lay(rest[0], longest - Under(top, "").Length)));
            _count += count;
            taken += count;
            top = again;
        }
    }

    /// <summary>The pages, in order; none if nothing was added.</summary>
    public IReadOnlyList<DiscordPage> Finish()
    {
        Turn();
        return _pages;
    }

    private int Room => longest - _text.Length - Break.Length;

    private string Break => _text.Length == 0 ? "" : _gap ? "\n\n" : "\n";

    private int Fitting(string top, Citation[] quotes, DiscordQuotes layout)
    {
        int count = quotes.Length;
        while (count > 0 && Under(top, layout.Lay(quotes[..count])).Length > Room)
        {
            count--;
        }

        return count;
    }

    private static string Under(string top, string quotes) => top.Length == 0 ? quotes : $"{top}\n{quotes}";

    private void Append(string block)
    {
        _text.Append(Break).Append(block);
        _gap = false;
    }

    private void Turn()
    {
        if (_text.Length == 0)
        {
            return;
        }

        _pages.Add(new(_text.ToString(), _first, _count));
        _text.Clear();
        _gap = false;
        _first += _count;
        _count = 0;
    }
}
