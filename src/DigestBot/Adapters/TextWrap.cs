using DigestBot.Chat;

namespace DigestBot.Adapters;

/// <summary>
/// Breaks lines at spaces. Never alters, splits or drops a word: a word longer than the line, such as an address,
/// stands alone and runs over.
/// </summary>
internal static class TextWrap
{
    /// <summary>Below this, indents would leave no room for words.</summary>
    private const int Narrowest = 20;

    private const int RuleWidth = 60;

    /// <param name="line">The line to break.</param>
    /// <param name="width">Cells of the screen; null where lines may be as long as they are.</param>
    /// <param name="rightToLeft">Whether lines run from right to left.</param>
    public static IEnumerable<IReadOnlyList<TextSpan>> Break(TextLine line, int? width, bool rightToLeft)
    {
        if (ReferenceEquals(line, TextLine.Rule))
        {
            return [[new(new string('─', Math.Min(width ?? RuleWidth, RuleWidth)), TextRole.Muted)]];
        }

        return line.Spans.Count == 0 ? [[]] : new Breaker(line, width, rightToLeft).Run();
    }

    private sealed class Breaker(TextLine line, int? width, bool rightToLeft)
    {
        private readonly int _room = width is { } cells ? Math.Max(cells, Narrowest) : int.MaxValue;
        private readonly List<IReadOnlyList<TextSpan>> _lines = [];
        private readonly List<TextSpan> _current = [];
        private int _used;
        private int _isolates;

        public List<IReadOnlyList<TextSpan>> Run()
        {
            Begin(line.Indent);
            foreach ((TextSpan word, int cells) in Words())
            {
                bool fits = _used + CellWidth.Of(word.Text.AsSpan().TrimEnd(' ')) + cells <= _room;
                if (!fits && _used > line.Indent + line.Hang)
                {
                    Next();
                }

                Add(word);
            }

            _lines.Add(_current);
            return _lines;
        }

        // Words keep the spaces behind them. What follows a word without a space, in the next span, must stay with it.
        private IEnumerable<(TextSpan Word, int FollowedBy)> Words()
        {
            for (int i = 0; i < line.Spans.Count; i++)
            {
                TextSpan span = line.Spans[i];
                for (int at = 0; at < span.Text.Length;)
                {
                    int end = EndOfWord(span.Text, at);
                    int stuck = end == span.Text.Length && span.Text[^1] != ' ' ? Stuck(i + 1) : 0;
                    yield return (span with { Text = span.Text[at..end] }, stuck);
                    at = end;
                }
            }
        }

        private int Stuck(int next) => next < line.Spans.Count && line.Spans[next].Text is [not ' ', ..] text
            ? CellWidth.Of(text.AsSpan(0, EndOfWord(text, 0)).TrimEnd(' '))
            : 0;

        private static int EndOfWord(string text, int at)
        {
            int space = text.IndexOf(' ', at);
            if (space < 0)
            {
                return text.Length;
            }

            while (space < text.Length && text[space] == ' ')
            {
                space++;
            }

            return space;
        }

        // A line of a screen is a paragraph of its own, so an isolate ends with it and begins again on the next.
        private void Next()
        {
            if (_isolates > 0)
            {
                _current.Add(new(new string(Bidi.PopDirectionalIsolate, _isolates), TextRole.Body));
            }

            _lines.Add([.. _current]);
            _current.Clear();
            Begin(line.Indent + line.Hang);
            if (_isolates > 0)
            {
                _current.Add(new(new string(Bidi.FirstStrongIsolate, _isolates), TextRole.Body));
            }
        }

        private void Begin(int indent)
        {
            string lead = (rightToLeft ? $"{Bidi.RightToLeftMark}" : "") + new string(' ', indent);
            if (lead.Length > 0)
            {
                _current.Add(new(lead, TextRole.Body));
            }

            _used = indent;
        }

        private void Add(TextSpan word)
        {
            _current.Add(word);
            _used += CellWidth.Of(word.Text);
            foreach (char c in word.Text)
            {
                _isolates += c switch
                {
                    Bidi.FirstStrongIsolate => 1,
                    Bidi.PopDirectionalIsolate => -1,
                    _ => 0,
                };
            }
        }
    }
}
