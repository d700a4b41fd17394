using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Tells whether a page is of a size that SmartReader can take: it compares siblings with each other and reads the text
/// of every element again and again, which costs squares. Real pages stay far below.
/// </summary>
internal static class PageSize
{
    private const int MaxElements = 30_000;
    private const int MaxSiblings = 4_000;

    /// <summary>Length of the texts of all elements together, each text counted once for every element around it.</summary>
    private const long MaxWeight = 20_000_000;

    public static bool IsModerate(IHtmlDocument document)
    {
        int elements = 0;
        long weight = 0;
        var waiting = new Stack<(INode Node, int Depth)>([(document, 0)]);
        while (waiting.TryPop(out (INode Node, int Depth) next))
        {
            if (next.Node is IText text)
            {
                weight += (long)text.Length * next.Depth;
            }

            elements++;
            if (elements > MaxElements || weight > MaxWeight || next.Node.ChildNodes.Length > MaxSiblings)
            {
                return false;
            }

            INodeList children = next.Node.ChildNodes;
            for (int i = 0; i < children.Length; i++)
            {
                waiting.Push((children[i], next.Depth + 1));
            }
        }

        return true;
    }
}
