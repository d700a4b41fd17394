using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>The words of a conversation, each once, in the order in which they would be added to a question.</summary>
internal sealed class History
{
    private const int MostTurns = 12;
    private const int MostRead = 800;
    private const int MostTerms = 400;

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create(".,;:?!()\"\u201C\u201D");

    private readonly Dictionary<uint, HistoryTerm> _byHash = [];
    private readonly List<int> _nameLengths = [];

    public History(QuestionContext context)
    {
        Read(context.Title, new(Speaker.Title, 0));
        Read(context.Section, new(Speaker.Section, 0));
        QuestionTurn[] turns = [.. context.Turns.TakeLast(MostTurns)];
        for (int turn = 0; turn < turns.Length; turn++)
        {
            Read(turns[turn].Question, new(Speaker.Question, turns.Length - 1 - turn));
            Read(turns[turn].Answer, new(Speaker.Answer, turns.Length - 1 - turn));
        }

        Turns = turns.Length;
    }

    public int Turns { get; }

    public List<Utterance> Utterances { get; } = [];

    public List<HistoryTerm> Terms { get; } = [];

    /// <summary>How many words a name has.</summary>
    public int LengthOf(int name) => name < 0 ? 0 : _nameLengths[name];

    private void Read(string? text, Utterance utterance)
    {
        ReadOnlySpan<char> read = text.AsSpan(0, Math.Min(text?.Length ?? 0, MostRead));
        int number = Utterances.Count, word = 0, lastEnd = 0, name = -1, behind = 0;
        bool keepNames = TextAnalyzer.HasLowerCase(read), bracketed = false;
        Utterances.Add(utterance);
        var reader = new TermReader(read);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            ReadOnlySpan<char> between = read[lastEnd..reader.Start];
            bracketed = between.LastIndexOfAny('(', ')') is >= 0 and var at ? between[at] == '(' : bracketed;
            bool capital = char.IsUpper(read[reader.Start]) || char.IsAsciiDigit(read[reader.Start]);
            bool goesOn = name >= 0 && !between.ContainsAny(BetweenNames);
            name = !capital || term.IsStopWord ? -1 : goesOn ? name : NewName();
            utterance.Pronoun = utterance.Pronoun == 0 ? FollowUpWords.Pronoun(reader.Folded) : utterance.Pronoun;
            if (!term.IsStopWord)
            {
                Count(utterance, name);
                Add(term, read[reader.Start..reader.End], new(number, utterance.Terms.Count, word, capital, bracketed, name, behind));
                utterance.Terms.Add((term.Hash, word));
            }

            behind = FollowUpWords.Before(reader.Folded);
            word++;
            lastEnd = reader.End;
        }
    }

    private int NewName()
    {
        _nameLengths.Add(0);
        return _nameLengths.Count - 1;
    }

    private void Count(Utterance utterance, int name)
    {
        if (name >= 0)
        {
            _nameLengths[name]++;
            utterance.FirstName = utterance.FirstName < 0 ? name : utterance.FirstName;
        }
    }

    private void Add(Term term, ReadOnlySpan<char> word, HistoryTerm.Mention mention)
    {
        if (!_byHash.TryGetValue(term.Hash, out HistoryTerm? known))
        {
            if (Terms.Count == MostTerms)
            {
                return;
            }

            _byHash[term.Hash] = known = new(term, Bare(word).ToString());
            Terms.Add(known);
        }

        known.Mentions.Add(mention);
    }

    // The reader takes a possessive 's with its word.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^2] is '\'' or '\u2019' && word[^1] is 's' or 'S' ? word[..^2] : word;
}
