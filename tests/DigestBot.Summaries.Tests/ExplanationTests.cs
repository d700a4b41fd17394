using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Why a sentence is quoted can be told, and adds up.</summary>
public sealed class ExplanationTests
{
    private const string Vote =
        "Iraq's parliament voted on Sunday to expel foreign troops from the country. " +
        "The resolution asks the government to end the presence of all foreign forces. " +
        "It was a cold day. " +
        "Lawmakers passed the resolution after a drone strike killed a general in Baghdad. " +
        "About 5,200 foreign troops are stationed in Iraq to fight the Islamic State group.";

    private const string Letter =
        "The prime minister asked the parliament in Baghdad to end the presence of foreign troops. " +
        "He spoke of a letter that he had signed. " +
        "Markets in Asia fell on Monday.";

    private static readonly SourceText[] Two = [new("a", Vote) { Title = "Parliament votes to expel troops" }, new("b", Letter)];

    private static readonly Gen<SummaryOptions> Options =
        Gen.Select(Gen.Int[1, 7], Gen.Bool, Gen.Bool, Gen.Bool).Select((sentences, trained, asked, told) => new SummaryOptions
        {
            MaxSentences = sentences,
            UseTrainedModel = trained,
            Query = asked ? "bridges over the river" : null,
            AlreadyTold = told ? ["Two bridges over the river were closed on Monday night."] : null,
        });

    private static readonly Gen<SourceText[]> Sources = Texts.Any.Array[0, 4].Select(texts =>
        texts.Select((text, index) => new SourceText($"{index}", $"{text} {Vote}") { Title = "Bridges closed" }).ToArray());

    [Fact]
    public void The_parts_and_the_average_add_up_to_the_score_of_every_sentence() =>
        Gen.Select(Sources, Options).Sample((sources, options) =>
        {
            IReadOnlyList<SentenceExplanation> all = ExtractiveSummarizer.Explain(sources, options);

            Assert.All(all, sentence => Assert.Equal(sentence.Score, sentence.Average + sentence.Parts.Sum(part => part.Value), 1e-6));
            Assert.All(all, sentence => Assert.Equal(Enum.GetValues<ScorePartKind>(), sentence.Parts.Select(part => part.Kind)));
        });

    [Fact]
    public void What_is_said_to_be_quoted_is_what_the_summary_quotes() =>
        Gen.Select(Sources, Options).Sample((sources, options) => Assert.Equal(
            ExtractiveSummarizer.Summarize(sources, options).Select(quote => (quote.SourceId, quote.Start, quote.Length, quote.Score)),
            ExtractiveSummarizer.Explain(sources, options)
                .Where(sentence => sentence.IsQuoted)
                .Select(sentence => (sentence.SourceId, sentence.Start, sentence.Length, sentence.Score))));

    [Fact]
    public void What_every_sentence_has_explains_none_of_them() =>
        Gen.Select(Sources, Options).Sample((sources, options) =>
        {
            IReadOnlyList<SentenceExplanation> all = ExtractiveSummarizer.Explain(sources, options with { AlreadyTold = null });

            Assert.All(
                Enum.GetValues<ScorePartKind>(),
                kind => Assert.Equal(0, all.Sum(sentence => sentence.Parts[(int)kind].Value), 1e-6));
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sentence_is_lifted_by_the_words_that_were_asked_for(bool trained)
    {
        var options = new SummaryOptions { MaxSentences = 2, Query = "markets Asia", UseTrainedModel = trained };

        SentenceExplanation markets = ExtractiveSummarizer.Explain(Two, options)[^1];

        Assert.Equal(ScorePartKind.Query, markets.Parts.MaxBy(part => part.Value)!.Kind);
    }

    [Fact]
    public void Without_training_the_first_sentence_is_lifted_by_its_place_and_by_the_headline()
    {
        SentenceExplanation first = ExtractiveSummarizer.Explain(Two, new SummaryOptions { MaxSentences = 2, UseTrainedModel = false })[0];

        Assert.True(first.Parts[(int)ScorePartKind.Position].Value > 0);
        Assert.True(first.Parts[(int)ScorePartKind.Title].Value > 0);
        Assert.Equal(1, first.Rank);
    }

    [Fact]
    public void A_sentence_that_was_told_before_is_held_down_by_that_and_no_other_part_changes()
    {
        var options = new SummaryOptions { MaxSentences = 2 };
        string lead = Vote[..(Vote.IndexOf('.', StringComparison.Ordinal) + 1)];

        SentenceExplanation before = ExtractiveSummarizer.Explain(Two, options)[0];
        SentenceExplanation after = ExtractiveSummarizer.Explain(Two, options with { AlreadyTold = [lead] })[0];

        Assert.Equal(0, before.Parts[(int)ScorePartKind.AlreadyTold].Value);
        Assert.True(after.Parts[(int)ScorePartKind.AlreadyTold].Value < 0);
        Assert.Equal(before.Parts.SkipLast(1), after.Parts.SkipLast(1));
        Assert.Equal(0, after.Score, 1e-9);
    }

    [Fact]
    public void A_sentence_that_says_what_the_quotes_say_is_known_to_repeat_them()
    {
        const string Same = "Iraq's parliament voted on Sunday to expel foreign troops from the country. Nothing else was said about anything.";

        IReadOnlyList<SentenceExplanation> all = ExtractiveSummarizer.Explain(
            [new("a", Vote), new("b", Same)], new SummaryOptions { MaxSentences = 1 });

        SentenceExplanation[] alike = [.. all.Where(sentence => sentence is { Start: 0 })];
        Assert.Equal([0, 1], alike.Select(sentence => sentence.Repeats).Order());
        Assert.Single(alike, sentence => sentence.IsQuoted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Read more")]
    public void Texts_without_a_sentence_have_nothing_to_explain(string text) =>
        Assert.Empty(ExtractiveSummarizer.Explain([new("a", text)], new SummaryOptions { MaxSentences = 1 }));

    [Fact]
    public void A_row_is_credited_along_its_path_with_what_each_question_changed()
    {
        BoostedTrees trees = TreeReader.Parse("base 1\n0 2 2 20 = 0 = 4 = 10", features: 3);
        var table = new FeatureTable(rows: 4, width: 3);
        (int First, int Third)[] rows = [(1, 10), (2, 30), (3, 10), (9, 30)];
        for (int row = 0; row < rows.Length; row++)
        {
            table.Set(row, 0, rows[row].First);
            table.Set(row, 2, rows[row].Third);
        }

        double[,] credits = new PathAttribution(table, [0, 1, 1], groups: 2).Of(trees.Trees);

        // All rows: (0 + 4 + 10 + 10) / 4 = 6. To the left of the first question: (0 + 4) / 2 = 2.
        Assert.Equal([-4, -4, 4, 4], Enumerable.Range(0, 4).Select(row => credits[row, 0]));
        Assert.Equal([-2, 2, 0, 0], Enumerable.Range(0, 4).Select(row => credits[row, 1]));
    }
}
