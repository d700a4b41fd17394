using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>Collects text with its white space collapsed, lines ended by "\n" and paragraphs parted by a blank line.</summary>
internal sealed class PlainTextBuilder
{
    private readonly StringBuilder _text;
    private Gap _gap;

    public PlainTextBuilder() => _text = new StringBuilder();

    /// <param name="capacity">Characters that are expected.</param>
    public PlainTextBuilder(int capacity) => _text = new StringBuilder(capacity);

    private enum Gap
    {
        None,
        Space,
        Line,
        Paragraph,
    }

    /// <summary>Whether it is white space; asked first whether it is a letter, because most are.</summary>
    public static bool IsSpace(char c) => c is <= ' ' or > '~' && char.IsWhiteSpace(c);

    public void Append(ReadOnlySpan<char> text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            // A single space inside the run is already what it should be.
            if (IsSpace(text[i]) && !(text[i] == ' ' && i > start && i + 1 < text.Length && !IsSpace(text[i + 1])))
            {
                AppendRun(text[start..i]);
                Raise(Gap.Space);
                start = i + 1;
            }
        }

        AppendRun(text[start..]);
    }

    public void Space() => Raise(Gap.Space);

    /// <summary>Ends the line; ending an empty line ends the paragraph.</summary>
    public void Line() => _gap = _gap >= Gap.Line ? Gap.Paragraph : Gap.Line;

    public void Paragraph() => Raise(Gap.Paragraph);

    public void Clear()
    {
        _text.Clear();
        _gap = Gap.None;
    }

    public override string ToString() => _text.ToString();

    private void Raise(Gap gap) => _gap = gap > _gap ? gap : _gap;

    private void AppendRun(ReadOnlySpan<char> run)
    {
        if (run.IsEmpty)
        {
            return;
        }

        if (_text.Length > 0)
        {
            _text.Append(_gap switch
            {
                Gap.Paragraph => "\n\n",
                Gap.Line => "\n",
                Gap.Space => " ",
                _ => string.Empty,
            });
        }

        _gap = Gap.None;
        _text.Append(run);
    }
}
