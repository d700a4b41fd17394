using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Reports on one event that count differently are found; what merely looks so is not.</summary>
public sealed class DisagreementTests
{
    private const string Crush = "At least 35 people were killed and 48 injured in a crush at the funeral in Veldoria on Tuesday, state television reported.";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("How many people died?", true)]
    [InlineData("What number of people died?", true)]
    [InlineData("how much did it cost", true)]
    [InlineData("Who is the mayor?", false)]
    [InlineData("When did 12 people die?", false)]
    [InlineData("", false)]
    public void A_figure_is_asked_for_by_its_question(string question, bool asked) =>
        Assert.Equal(asked, DisagreementFinder.IsFigureAskedBy(question));

    [Theory]
    [InlineData("A stampede in Veldoria killed 56 people at the funeral on Tuesday, the coroner said.", 35, 56)]
    [InlineData("Fifty-six mourners died in the crush at the funeral in Veldoria, the coroner said on Tuesday.", 0, 0)] // mourners may be some of the people
    [InlineData("Fifty-six people have died in the crush at the funeral in Veldoria, the coroner said on Tuesday.", 35, 56)]
    [InlineData("The death toll of the crush at the funeral in Veldoria rose to 56 on Tuesday, the coroner said.", 35, 56)]
    [InlineData("The coroner put the number of deaths in the crush at the funeral in Veldoria at 56 on Tuesday.", 35, 56)]
    [InlineData("The crush at the Veldoria funeral left 56 dead on Tuesday, the coroner said.", 35, 56)]
    [InlineData("More than 200 people were injured in the crush at the funeral in Veldoria on Tuesday, the coroner said.", 48, 200)]
    public void What_happened_to_people_is_counted_however_it_is_put(string other, int first, int second)
    {
        IReadOnlyList<Disagreement> found = Find(Crush, other);

        Assert.Equal(first == 0 ? [] : [(first, second)], found.Select(pair => ((int)pair.First.Figure, (int)pair.Second.Figure)));
    }

    [Theory]
    [InlineData("A stampede in Veldoria killed 35 people at the funeral on Tuesday, the coroner said.")] // the same
    [InlineData("A stampede in Veldoria killed 41 people at the funeral on Tuesday, the coroner said.")] // at least 35, so 41 is no contradiction
    [InlineData("A stampede in Veldoria killed 56 soldiers at the funeral on Tuesday, the coroner said.")] // others
    [InlineData("A stampede in Veldoria killed 56 people at the funeral in 2019, the coroner said.")] // another time
    [InlineData("A stampede in Veldoria could have killed 56 people at the funeral on Tuesday, the coroner said.")] // supposed
    [InlineData("A stampede in Veldoria killed 20 of the people at the funeral on Tuesday, the coroner said.")] // some of them
    [InlineData("A stampede in Veldoria killed another 56 people at the funeral on Tuesday, the coroner said.")] // more of them
    [InlineData("A stampede in Veldoria killed 56 people at the funeral and 12 others in Torvik on Tuesday.")] // in two places
    [InlineData("The funeral in Veldoria on Tuesday drew 56 people, state television reported.")] // nothing happened to them
    [InlineData("The funeral in Veldoria was 56 miles from the crush on Tuesday, state television reported.")] // a measure
    [InlineData("A fire in Torvik killed 56 people at a factory on Friday, the mayor said.")] // another event
    [InlineData("A stampede in Veldoria killed 56% of the people at the funeral on Tuesday, the coroner said.")]
    [InlineData("A stampede in Veldoria on the 56 route killed people at the funeral on Tuesday, the coroner said.")]
    public void What_is_another_count_is_not_held_against_it(string other) => Assert.Empty(Find(Crush, other));

    [Fact]
    public void Things_are_held_against_each_other_where_the_sentences_are_much_alike()
    {
        const string Cables = "Two undersea cables off Torvik were cut by an anchor on Friday, the operator Nordline said.";

        Disagreement pair = Assert.Single(Find(Cables, "Three undersea cables off Torvik were cut on Friday by an anchor, the operator Nordline said."));

        Assert.Equal((2, 3), ((int)pair.First.Figure, (int)pair.Second.Figure));
        Assert.Empty(Find(Cables, "The company laid nine undersea cables from Torvik to the islands, and the king came on Friday."));
    }

    [Fact]
    public void A_report_that_names_the_other_figure_as_the_lower_one_is_held_against_it() => Assert.Single(Find(
        "Twenty-two missiles hit Veldorian soil in the night, the army said on Wednesday.",
        "Torvik launched 16 missiles on Wednesday, its minister said, a lower number than the 22 counted by the army."));

    [Fact]
    public void A_report_that_gives_both_figures_itself_tells_how_the_count_went_on() => Assert.Empty(Find(
        Crush,
        "A stampede in Veldoria killed 56 people at the funeral on Tuesday, the coroner said. "
        + "At noon state television had reported 35 people killed at the funeral in Veldoria."));

    [Fact]
    public void One_publisher_does_not_contradict_itself()
    {
        SourceText[] sources = [Source("a", Crush, Noon), Source("b", "A stampede in Veldoria killed 56 people at the funeral on Tuesday, the coroner said.", Noon)];

        Assert.Single(DisagreementFinder.Find(sources, 5));
        Assert.Empty(DisagreementFinder.Find([.. sources.Select(source => source with { Publisher = "p" })], 5));
    }

    [Fact]
    public void A_count_of_another_day_has_grown()
    {
        const string Later = "A stampede in Veldoria killed 56 people at the funeral on Tuesday, the coroner said.";

        Assert.Single(DisagreementFinder.Find([Source("a", Crush, Noon), Source("b", Later, Noon.AddHours(20))], 5));
        Assert.Empty(DisagreementFinder.Find([Source("a", Crush, Noon), Source("b", Later, Noon.AddHours(30))], 5));
    }

    [Fact]
    public void The_earlier_report_stands_first_and_no_more_pairs_come_than_are_wanted()
    {
        SourceText[] sources =
        [
            Source("late", "A stampede in Veldoria killed 56 people and injured 213 at the funeral on Tuesday, the coroner said.", Noon.AddHours(3)),
            Source("early", Crush, Noon),
        ];

        IReadOnlyList<Disagreement> all = DisagreementFinder.Find(sources, 5);

        Assert.All(all, pair => Assert.Equal(("early", "late"), (pair.First.SourceId, pair.Second.SourceId)));
        Assert.Equal(all.Take(1), DisagreementFinder.Find(sources, 1));
    }

    [Fact]
    public void Quotes_are_verbatim_whole_sentences_and_no_text_is_too_strange() =>
        Texts.Any.Array[0, 4].Sample(texts =>
        {
            SourceText[] sources = [.. texts.Select((text, i) => Source($"{i}", $"{text} {(i % 2 == 0 ? Crush : Crush.Replace("35", "56", StringComparison.Ordinal))}", null))];

            IReadOnlyList<Disagreement> found = DisagreementFinder.Find(sources, 3);

            Assert.InRange(found.Count, 0, 3);
            Assert.Equal(found, DisagreementFinder.Find(sources, 3));
            foreach (FigureQuote quote in found.SelectMany(pair => (FigureQuote[])[pair.First, pair.Second]))
            {
                string text = sources.Single(source => source.Id == quote.SourceId).Text;
                Assert.Equal(text.Substring(quote.Start, quote.Length), quote.Text);
                Assert.Contains(new TextSpan(quote.Start, quote.Length), SentenceSplitter.Split(text));
            }
        });

    [Fact]
    public void Fewer_than_one_pair_cannot_be_asked_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DisagreementFinder.Find([], 0));

    private static IReadOnlyList<Disagreement> Find(string first, string second) =>
        DisagreementFinder.Find([Source("a", first, Noon), Source("b", second, Noon.AddHours(1))], 5);

    private static SourceText Source(string id, string text, DateTimeOffset? published) => new(id, text) { Published = published };
}
