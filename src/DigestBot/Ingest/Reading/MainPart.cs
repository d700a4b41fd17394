using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Chooses the part of a page that holds its article: where prose is, and links and short lines are not. A part around
/// another is chosen only if it gains much. Where other parts hold much as well, it does not choose.
/// </summary>
/// <remarks>Linear in the size of the page, and it changes nothing in it.</remarks>
internal sealed class MainPart
{
    /// <summary>What a part around the best must gain.</summary>
    private const double LeastGain = 0.1;

    /// <summary>Share of what all parts are worth that the chosen one must hold.</summary>
    private const double LeastShare = 0.75;

    /// <summary>Share of the prose that is not elsewhere, from which on what the page marks as its article is believed.</summary>
    private const double MarksBelieved = 0.25;

    private const double UnmarkedWorth = 0.5;

    /// <summary>What must be left of the page when a part is taken for something else: its prose, and the share of all.</summary>
    private const double LeastLeft = 200;

    private const double LeastLeftShare = 0.3;

    /// <summary>How much longer a part around the best may be, and how much of what it adds must be prose, to be taken anyway.</summary>
    private const double LongestRest = 1.25;

    private const double RestProse = 0.5;

    /// <summary>From this share of the article on, a box inside it is part of it whatever it looks like.</summary>
    private const double LargestDrop = 0.4;

    private const double LinksOfBoxes = 0.35;

    private readonly PagePart _root;
    private readonly HashSet<PagePart> _elsewhere = [];
    private readonly HashSet<PagePart> _marked = [];
    private readonly Dictionary<PagePart, double> _worth = [];
    private readonly bool _areMarksBelieved;
    private PagePart? _best;
    private double _bestWorth;

    private MainPart(PagePart root)
    {
        _root = root;
        double all = 0, marked = 0;
        Sort(root, isElsewhere: false, isMarked: false, ref all, ref marked);
        _areMarksBelieved = marked >= all * MarksBelieved;
    }

    /// <summary>The element that holds the article and the elements in it that are no part of it, or null if that is in doubt.</summary>
    public static (IElement Content, IReadOnlySet<IElement> Without)? Find(IHtmlDocument document)
    {
        if (document.Body is not { } body)
        {
            return null;
        }

        var choice = new MainPart(PageParts.Measure(body));
        choice.Choose(choice._root);
        if (choice._best is not { } best || choice.IsInDoubt(best))
        {
            return null;
        }

        PagePart chosen = choice.Widen(best);
        var without = new HashSet<IElement>();
        foreach (PagePart inside in chosen.Inside)
        {
            choice.Leave(inside, chosen.Length * LargestDrop, without);
        }

        return (chosen.Element, without);
    }

    private void Sort(PagePart part, bool isElsewhere, bool isMarked, ref double all, ref double marked)
    {
        isElsewhere |= _root.Prose - part.Prose >= Math.Max(LeastLeft, _root.Prose * LeastLeftShare) && PartRules.IsElsewhere(part.Element);
        if (isElsewhere)
        {
            _elsewhere.Add(part);
        }
        else
        {
            isMarked |= PartRules.IsMarked(part.Element);
            all += part.OwnProse;
            if (isMarked)
            {
                marked += part.OwnProse;
                _marked.Add(part);
            }
        }

        foreach (PagePart inside in part.Inside)
        {
            Sort(inside, isElsewhere, isMarked, ref all, ref marked);
        }
    }

    /// <returns>What the part is worth with the marks that are believed, and the most that a part in it is.</returns>
    private (double Worth, double Best) Choose(PagePart part)
    {
        double trust = _areMarksBelieved && !_marked.Contains(part) ? UnmarkedWorth : 1;
        bool isElsewhere = _elsewhere.Contains(part);
        double worth = isElsewhere ? 0 : (part.OwnProse * trust) - part.OwnCost;
        double plain = isElsewhere ? 0 : part.OwnProse - part.OwnCost;
        double best = 0;
        foreach (PagePart inside in part.Inside)
        {
            (double insideWorth, double insideBest) = Choose(inside);
            worth += insideWorth;
            plain += _worth[inside];
            best = Math.Max(best, insideBest);
        }

        _worth[part] = plain;
        if (worth > best * (1 + LeastGain))
        {
            best = worth;
            Consider(part, worth);
        }

        return (worth, best);
    }

    private void Consider(PagePart part, double worth)
    {
        if (_best is null || worth > _bestWorth * (1 + LeastGain) || IsAround(part, _best))
        {
            (_best, _bestWorth) = (part, worth);
        }
    }

    private static bool IsAround(PagePart part, PagePart inside)
    {
        PagePart? next = inside;
        while (next is not null && next != part)
        {
            next = next.Around;
        }

        return next is not null;
    }

    private bool IsInDoubt(PagePart best) => _worth[best] < LeastShare * (_worth[best] + WorthBeside(_root, best));

    private double WorthBeside(PagePart part, PagePart best) =>
        part == best ? 0
        : part.Inside.Count == 0 ? Math.Max(0, _worth[part])
        : part.Inside.Sum(inside => WorthBeside(inside, best));

    private PagePart Widen(PagePart best)
    {
        while (best.Around is { } around && PartRules.IsLine(best.Element))
        {
            best = around;
        }

        for (PagePart? around = best.Around; around is not null && around.Length <= best.Length * LongestRest; around = around.Around)
        {
            best = _worth[around] - _worth[best] > (around.Length - best.Length) * RestProse ? around : best;
        }

        return best;
    }

    private void Leave(PagePart part, double largest, HashSet<IElement> without)
    {
        if (part.Length <= largest
            && (_elsewhere.Contains(part) || (PartRules.IsBox(part.Element) && part.Links > part.Length * LinksOfBoxes)))
        {
            without.Add(part.Element);
            return;
        }

        foreach (PagePart inside in part.Inside)
        {
            Leave(inside, largest, without);
        }
    }
}
