namespace DigestBot.Summaries;

/// <summary>Where a passage has words of the kind that a question asks for, and where the question's own words.</summary>
internal sealed class AnswerNeighbourhood(Question question)
{
    // At this many terms a word of the question counts half.
    private const double HalfWay = 4;

    private readonly List<(int At, int Term)> _terms = [];
    private readonly List<int> _offers = [];

    public void AddTerm(int at, int term) => _terms.Add((at, term));

    public void AddOffer(int at) => _offers.Add(at);

    /// <summary>How much of the question stands around the best word of the kind: 0 to 1, its terms weighted by rarity in the news and by nearness.</summary>
    public double Around()
    {
        double whole = 0, best = 0;
        Span<double> shares = stackalloc double[Question.MaxTerms];
        for (int term = 0; term < question.Terms.Count; term++)
        {
            whole += question.NewsWeight(term);
        }

        foreach (int offer in _offers)
        {
            shares.Clear();
            foreach ((int at, int term) in _terms)
            {
                double weight = question.NewsWeight(term) / (1 + (Math.Abs(at - offer) / HalfWay));
                shares[term] = Math.Max(shares[term], weight);
            }

            double sum = 0;
            foreach (double share in shares)
            {
                sum += share;
            }

            best = Math.Max(best, whole > 0 ? sum / whole : 0);
        }

        return best;
    }

    /// <summary>Terms between a word of the kind and the question's first term: "how many troops".</summary>
    public int FocusGap()
    {
        int gap = PassageMatcher.Far;
        foreach (int offer in _offers)
        {
            foreach ((int at, int term) in _terms)
            {
                gap = term == 0 ? Math.Min(gap, Math.Abs(at - offer)) : gap;
            }
        }

        return gap;
    }
}
