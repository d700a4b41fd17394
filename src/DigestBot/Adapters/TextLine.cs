using System.Text;

namespace DigestBot.Adapters;

/// <summary>What a piece of a line is, for whoever gives it a colour.</summary>
internal enum TextRole
{
    Body,
    Heading,
    Title,
    Quote,
    Muted,
    Warning,
}

/// <summary>A piece of a line.</summary>
internal readonly record struct TextSpan(string Text, TextRole Role);

/// <summary>One line, not yet wrapped. Invariant: it holds no line break and nothing that steers a terminal.</summary>
/// <param name="Spans">In reading order.</param>
/// <param name="Indent">Cells before the first word.</param>
/// <param name="Hang">Further cells before a continuation.</param>
internal sealed record TextLine(IReadOnlyList<TextSpan> Spans, int Indent = 0, int Hang = 0)
{
    public static TextLine Empty { get; } = new([]);

    /// <summary>A line across the page, as wide as there is room.</summary>
    public static TextLine Rule { get; } = new([]);

    public static TextLine Of(string text, TextRole role = TextRole.Body, int indent = 0, int hang = 0) =>
        new([new(text, role)], indent, hang);

    public override string ToString() =>
        Spans.Aggregate(new StringBuilder(), (line, span) => line.Append(span.Text)).ToString();
}
