using static DigestBot.Summaries.FollowUpFeature;

namespace DigestBot.Summaries;

/// <summary>Describes the words of a conversation that a question does not say itself.</summary>
internal sealed class FollowUpFeatureReader
{
    private const int Never = 13;
    private const int NoPlace = 99;
    private const int NotInTitle = 9;
    private const int Far = 30;

    private readonly FollowUpShape _shape;
    private readonly History _history;
    private readonly FeatureTable _table;
    private readonly int _titleTerms;
    private readonly int _sectionTerms;
    private readonly double _titleSaid;
    private readonly double _sectionSaid;
    private readonly double _known;
    private readonly int _knownNames;
    private readonly int _pronounBefore;
    private readonly double _rarest;
    private readonly double _personsSoFar;
    private readonly double _groupsSoFar;
    private readonly Utterance? _lastAnswer;

    private FollowUpFeatureReader(FollowUpShape shape, History history, IReadOnlyList<HistoryTerm> candidates)
    {
        (_shape, _history) = (shape, history);
        _table = new(candidates.Count, FeatureTable.WidthOf<FollowUpFeature>());
        Utterance title = history.Utterances[0];
        _titleTerms = title.Terms.Count;
        _sectionTerms = history.Utterances[1].Terms.Count;
        _titleSaid = Share(title.Terms.Count(term => shape.Has(term.Hash)), _titleTerms);
        _sectionSaid = Share(history.Utterances[1].Terms.Count(term => shape.Has(term.Hash)), _sectionTerms);
        HistoryTerm[] known = [.. history.Terms.Where(term => shape.Has(term.Term.Hash))];
        _known = Share(known.Length, shape.Terms.Count);
        _knownNames = known.Count(term => term.Mentions.Exists(mention => mention.Name >= 0 && mention.Word > 0));
        _rarest = shape.Terms.Count == 0 ? 1 : shape.Terms.Min(CommonStems.ShareOf);
        _pronounBefore = history.Utterances.FindLast(utterance => utterance.Speaker == Speaker.Question)?.Pronoun ?? 0;
        Utterance[] asked = [.. history.Utterances.Where(utterance => utterance.Speaker == Speaker.Question)];
        _personsSoFar = Share(asked.Count(utterance => utterance.Pronoun is 1 or 2), asked.Length);
        _groupsSoFar = Share(asked.Count(utterance => utterance.Pronoun is 3), asked.Length);
        _lastAnswer = history.Utterances[^1] is { Speaker: Speaker.Answer } answer ? answer : null;
    }

    /// <summary>One row for each candidate, in their order.</summary>
    public static FeatureTable Read(FollowUpShape shape, History history, IReadOnlyList<HistoryTerm> candidates)
    {
        var reader = new FollowUpFeatureReader(shape, history, candidates);
        for (int row = 0; row < candidates.Count; row++)
        {
            reader.ReadQuestion(row);
            reader.ReadTerm(row, candidates[row]);
        }

        return reader._table;
    }

    private void ReadQuestion(int row)
    {
        Set(row, TitleTerms, _titleTerms);
        Set(row, SectionTerms, _sectionTerms);
        Set(row, TitleSaid, _titleSaid);
        Set(row, SectionSaid, _sectionSaid);
        Set(row, Known, _known);
        Set(row, KnownNames, _knownNames);
        Set(row, RarestOwn, _rarest);
        Set(row, PronounBefore, _pronounBefore);
        Set(row, Candidates, _table.Rows);
        Set(row, Turns, _history.Turns);
        Set(row, PersonsSoFar, _personsSoFar);
        Set(row, GroupsSoFar, _groupsSoFar);
        Set(row, AnswerTerms, _lastAnswer?.Terms.Count ?? 0);
        Set(row, OwnTerms, _shape.Terms.Count);
        Set(row, OwnWords, _shape.Words);
        Set(row, OwnNames, _shape.Names);
        Set(row, Pronoun, _shape.Pronoun);
        Set(row, Possessive, _shape.Possessive ? 1 : 0);
        Set(row, Pointer, _shape.Pointer);
        Set(row, AsksOthers, _shape.AsksOthers ? 1 : 0);
        Set(row, AsksOfArticle, _shape.AsksOfArticle ? 1 : 0);
        Set(row, Definite, _shape.Definite ? 1 : 0);
        Set(row, QuestionWord, _shape.Word);
        Set(row, BehindPronoun, _shape.BehindPronoun);
    }

    private void ReadTerm(int row, HistoryTerm term)
    {
        Set(row, TitlePlace, NotInTitle);
        Set(row, SinceAsked, Never);
        Set(row, SinceAnswered, Never);
        Set(row, AnswerPlace, NoPlace);
        Set(row, Common, CommonStems.ShareOf(term.Term.Hash));
        Set(row, Digit, term.Term.Token.AsSpan().ContainsAnyInRange('0', '9') ? 1 : 0);
        (int asked, int answered, int nameLength, double capital) = (0, 0, 0, 0);
        foreach (HistoryTerm.Mention mention in term.Mentions)
        {
            Utterance utterance = _history.Utterances[mention.Utterance];
            nameLength = Math.Max(nameLength, _history.LengthOf(mention.Name));
            capital = Math.Max(capital, !mention.Capital ? 0 : mention.Word > 0 ? 1 : 0.5);
            asked += utterance.Speaker == Speaker.Question ? 1 : 0;
            answered += utterance.Speaker == Speaker.Answer ? 1 : 0;
            ReadMention(row, mention, utterance);
        }

        Set(row, TimesAsked, asked);
        Set(row, TimesAnswered, answered);
        Set(row, Ending, FollowUpWords.Ending(term.Term.Token));
        Set(row, Behind, term.Mentions[^1].Behind);
        Set(row, NameLength, nameLength);
        Set(row, Capital, capital);
        ReadNeighbours(row, term);
    }

    private void ReadMention(int row, HistoryTerm.Mention mention, Utterance utterance)
    {
        switch (utterance.Speaker)
        {
            case Speaker.Title:
                Set(row, InTitle, mention.Bracketed ? 0.5 : 1);
                Set(row, TitlePlace, mention.Place);
                break;
            case Speaker.Section:
                Set(row, InSection, 1);
                break;
            case Speaker.Question:
                Set(row, SinceAsked, utterance.Since);
                break;
            case Speaker.Answer:
                Set(row, SinceAnswered, utterance.Since);
                if (utterance == _lastAnswer)
                {
                    Set(row, AnswerPlace, Math.Min(mention.Place, _table[row, (int)AnswerPlace]));
                    bool first = mention.Name >= 0 && mention.Name == utterance.FirstName;
                    Set(row, AnswerName, first ? 1 : mention.Name >= 0 ? Math.Max(0.5, _table[row, (int)AnswerName]) : _table[row, (int)AnswerName]);
                }

                break;
        }
    }

    // "Was the album a success?" after "the album Nick of Time": the name stands beside a word of the question.
    private void ReadNeighbours(int row, HistoryTerm term)
    {
        double nearest = Far, definite = Far, together = 0, nameSaid = 0;
        foreach (HistoryTerm.Mention mention in term.Mentions)
        {
            Utterance utterance = _history.Utterances[mention.Utterance];
            int shared = 0;
            foreach ((uint hash, int word) in utterance.Terms)
            {
                if (_shape.Has(hash))
                {
                    shared++;
                    nearest = Math.Min(nearest, Math.Abs(word - mention.Word));
                    definite = _shape.HasDefinite(hash) ? Math.Min(definite, Math.Abs(word - mention.Word)) : definite;
                    nameSaid = Math.Abs(word - mention.Word) == 1 ? 1 : nameSaid;
                }
            }

            together = Math.Max(together, Share(shared, _shape.Terms.Count));
        }

        Set(row, Distance, nearest);
        Set(row, DistanceToDefinite, definite);
        Set(row, SaidWithQuestion, together);
        Set(row, NameSaid, nameSaid);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private void Set(int row, FollowUpFeature feature, double value) => _table.Set(row, (int)feature, value);
}
