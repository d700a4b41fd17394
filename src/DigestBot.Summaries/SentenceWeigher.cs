namespace DigestBot.Summaries;

/// <summary>Gives the sentences of some sources their scores, and says on demand what they are made of.</summary>
internal sealed class SentenceWeigher
{
    // A sentence with all the words of the question outweighs any without: the best reach about 2 and 1.
    private const double PlainQueryFactor = 2;
    private const double WorthQueryFactor = 0.8;

    private readonly CandidateReader _reader;
    private readonly SummaryOptions _options;
    private readonly SentenceVectors _vectors;
    private readonly int[][] _titles;
    private readonly int[] _query;

    /// <param name="reader">With the sentences.</param>
    /// <param name="sources">Theirs, in reading order.</param>
    /// <param name="options">What counts.</param>
    /// <param name="model">Null to weigh by position and centrality alone.</param>
    public SentenceWeigher(CandidateReader reader, SourceText[] sources, SummaryOptions options, SentenceModel? model)
    {
        _reader = reader;
        _options = options;
        Model = model;
        _query = reader.OfQuery(options.Query);
        _titles = [.. sources.Select(source => reader.OfTitle(source))];
        _vectors = new SentenceVectors(Candidates, reader.Vocabulary.Count);
    }

    public List<Candidate> Candidates => _reader.Candidates;

    public SentenceModel? Model { get; }

    private double QueryFactor => Model is null ? PlainQueryFactor : WorthQueryFactor;

    public void Weigh()
    {
        double[] scores = Model is { } model
            ? model.Trees.Predict(FeatureReader.Read(Candidates, _vectors, _titles))
            : new SentenceScorer(Candidates, _vectors).Scores(_titles);
        for (int i = 0; i < scores.Length; i++)
        {
            Candidates[i].Score = scores[i] + (QueryFactor * _vectors.Share(_query, i));
        }

        Demote();
    }

    /// <summary>Of each sentence and <see cref="ScorePartKind"/>, how far the score is above or below the average because of that.</summary>
    public double[,] Parts()
    {
        double[,] parts = Model is { } model
            ? new PathAttribution(FeatureReader.Read(Candidates, _vectors, _titles), SentenceFeatureKinds.All, SentenceFeatureKinds.Count)
                .Of(model.Trees.Trees)
            : PlainParts();
        for (int i = 0; i < Candidates.Count; i++)
        {
            parts[i, (int)ScorePartKind.Query] = QueryFactor * _vectors.Share(_query, i);
        }

        Centre(parts);
        AddTold(parts);
        return parts;
    }

    // A sentence that was told wholly is worth nothing, and is quoted again only where nothing is new.
    private void Demote()
    {
        if (_options.AlreadyTold is not { Count: > 0 } alreadyTold)
        {
            return;
        }

        var told = new ToldBefore(alreadyTold.Select(_reader.InOrder));
        foreach (Candidate candidate in Candidates)
        {
            candidate.Score -= Math.Max(0, candidate.Score) * told.Share(candidate.Terms);
        }
    }

    private double[,] PlainParts()
    {
        double[,] parts = new double[Candidates.Count, SentenceFeatureKinds.Count];
        PlainScore[] scores = new SentenceScorer(Candidates, _vectors).Parts(_titles);
        for (int i = 0; i < scores.Length; i++)
        {
            parts[i, (int)ScorePartKind.Position] = scores[i].Position;
            parts[i, (int)ScorePartKind.Centrality] = scores[i].Centrality;
            parts[i, (int)ScorePartKind.Title] = scores[i].Title;
            parts[i, (int)ScorePartKind.Form] = -scores[i].Leaning;
        }

        return parts;
    }

    // What all sentences have tells none of them apart.
    private static void Centre(double[,] parts)
    {
        for (int kind = 0; kind < parts.GetLength(1); kind++)
        {
            double mean = 0;
            for (int i = 0; i < parts.GetLength(0); i++)
            {
                mean += parts[i, kind] / parts.GetLength(0);
            }

            for (int i = 0; i < parts.GetLength(0); i++)
            {
                parts[i, kind] -= mean;
            }
        }
    }

    // Whatever the others leave of the distance to the average: none where nothing was told.
    private void AddTold(double[,] parts)
    {
        if (_options.AlreadyTold is not { Count: > 0 })
        {
            return;
        }

        double average = Candidates.Average(candidate => candidate.Score);
        for (int i = 0; i < Candidates.Count; i++)
        {
            double others = Enumerable.Range(0, parts.GetLength(1)).Sum(kind => parts[i, kind]);
            parts[i, (int)ScorePartKind.AlreadyTold] = Candidates[i].Score - average - others;
        }
    }
}
