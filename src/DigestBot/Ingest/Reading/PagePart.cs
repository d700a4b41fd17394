using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>A block of a page with all that is in it, measured: how much of its text reads like prose, and how much does not.</summary>
internal sealed class PagePart
{
    // A run of text this long is half prose; longer ones are nearly all of it, a line of a menu is nearly nothing.
    private const double HalfProse = 70;

    private const double LinksForgiven = 0.5;
    private const double ListItem = 0.5; // teasers of other articles stand in lists
    private const double LinkCost = 0.7;
    private const double RestCost = 0.2;

    private List<PagePart>? _inside;

    public PagePart(IElement element, PagePart? around) => (Element, Around) = (element, around);

    public IElement Element { get; }

    public PagePart? Around { get; }

    public IReadOnlyList<PagePart> Inside => _inside ?? (IReadOnlyList<PagePart>)[];

    /// <summary>Characters of text.</summary>
    public int Length { get; private set; }

    /// <summary>Characters of them that are links.</summary>
    public int Links { get; private set; }

    /// <summary>What of it reads like prose.</summary>
    public double Prose { get; private set; }

    /// <summary>The same, without the parts inside.</summary>
    public double OwnProse { get; private set; }

    /// <summary>What links and short lines take away from it, without the parts inside.</summary>
    public double OwnCost { get; private set; }

    public void AddRun(int length, int links, bool isListItem)
    {
        double prose = length * (length / (length + HalfProse)) * Math.Max(0, 1 - (links / (length * LinksForgiven)));
        prose *= isListItem ? ListItem : 1;
        Length += length;
        Links += links;
        Prose += prose;
        OwnProse += prose;
        OwnCost += links > length * LinksForgiven ? (links * LinkCost) + ((length - links) * RestCost) : (length - prose) * RestCost;
    }

    public void Add(PagePart inside)
    {
        (_inside ??= []).Add(inside);
        Length += inside.Length;
        Links += inside.Links;
        Prose += inside.Prose;
    }
}
