using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Watches a tree while it is built and ends it at the limits: a second line behind <see cref="MarkupLimits"/>, for
/// documents that nest in ways which only the tree builder sees.
/// </summary>
internal sealed class MarkupGuard
{
    private const int CheckEvery = 16;

    private IElement? _previous;
    private int _count;

    public void Check(IElement created)
    {
        if (++_count > MarkupLimits.MaxElements)
        {
            throw new MarkupLimitException("The page has more elements than any article needs, so it was not read.");
        }

        // A new element is not in the tree yet, the one before it is.
        if (_count % CheckEvery == 0 && _previous is not null && Depth(_previous) > MarkupLimits.MaxDepth)
        {
            throw new MarkupLimitException($"The page nests its elements more than {MarkupLimits.MaxDepth} deep, so it was not read.");
        }

        _previous = created;
    }

    private static int Depth(IElement element)
    {
        int depth = 0;
        for (IElement? parent = element; parent is not null && depth <= MarkupLimits.MaxDepth; parent = parent.ParentElement)
        {
            depth++;
        }

        return depth;
    }
}
