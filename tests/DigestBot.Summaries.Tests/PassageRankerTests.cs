namespace DigestBot.Summaries.Tests;

/// <summary>Questions to a small store of news.</summary>
public sealed class PassageRankerTests
{
    private static readonly string[] News =
    [
        "Iraq's parliament voted on Sunday to expel foreign troops from the country.",
        "Prime Minister Adel Abdul Mahdi recommended that the government end their presence.",
        "The vote followed a drone strike that killed General Qassem Soleimani at Baghdad airport.",
        "About 5,200 American soldiers are stationed across Iraq.",
        "Sunni and Kurdish lawmakers boycotted the session because they opposed the resolution.",
        "The session was held on 5 January 2020 in the capital.",
        "Oil prices rose by three percent after the vote.",
        "The dam near Mosul was repaired by an Italian firm.",
    ];

    [Theory]
    [InlineData("How many American soldiers are in Iraq?", 3)]
    [InlineData("When was the session of parliament held?", 5)]
    [InlineData("Who was killed in the drone strike?", 2)]
    [InlineData("Why did Sunni lawmakers boycott the session?", 4)]
    [InlineData("Where is the dam that was repaired?", 7)]
    [InlineData("What happened to oil prices?", 6)]
    [InlineData("Who recommended to end the presence of troops?", 1)]
    public void The_sentence_that_holds_the_answer_comes_first(string question, int expected)
    {
        Assert.Equal(expected, PassageRanker.Rank(question, News)[0].Index);
        Assert.InRange(PassageRanker.Answerable(question, News), PassageRanker.AnswerThreshold, 1);
    }

    [Theory]
    [InlineData("Where did the ferry run aground?", "The ferry ran aground off Punta Brava at dawn.")]
    [InlineData("Who wrote the law?", "The law was written by two judges of the supreme court.")]
    [InlineData("Which team will win the cup?", "A team from the islands won the cup.")]
    [InlineData("Which person bought the castle?", "People buy castle after castle along the Rhine.")]
    public void A_word_of_the_question_may_stand_in_another_form_that_no_stemmer_finds(string question, string sentence) =>
        Assert.Equal(1, PassageRanker.Rank(question, ["Nothing of the kind is told here.", sentence])[0].Coverage, 0.001);

    [Fact]
    public void A_name_has_no_other_forms() =>
        Assert.Equal(0, PassageRanker.Rank("Did Drew Fell?", ["The fall in prices was drawn from reports."])[0].Coverage);

    [Theory]
    [InlineData("Who won the World Cup in 2018?")]
    [InlineData("What is the capital of Peru?")]
    [InlineData("How tall is the Eiffel Tower?")]
    [InlineData("When did the French parliament approve the pension reform?")]
    [InlineData("")]
    [InlineData("What is it?")]
    [InlineData("???")]
    public void A_question_about_something_else_stays_under_the_threshold(string question) =>
        Assert.InRange(PassageRanker.Answerable(question, News), 0, PassageRanker.AnswerThreshold - 0.01);

    [Fact]
    public void Rarity_in_the_whole_collection_can_be_told()
    {
        double unknown = PassageRanker.Answerable("Has Peru voted?", News, term => term == "peru" ? 9 : 1);
        double common = PassageRanker.Answerable("Has Peru voted?", News, term => term == "peru" ? 0.1 : 1);

        Assert.True(unknown < PassageRanker.AnswerThreshold && common > PassageRanker.AnswerThreshold);
    }

    [Fact]
    public void That_something_happened_is_no_word_of_the_answer() =>
        Assert.Equal(1, PassageRanker.Rank("What happened to the dam near Mosul?", News)[0].Coverage);

    [Fact]
    public void There_is_a_language_for_each_passage_or_for_none()
    {
        var options = new RankOptions { Languages = [TextLanguage.General] };

        Assert.Throws<ArgumentException>(() => PassageRanker.Rank("What happened?", News, options: options));
        Assert.Throws<ArgumentException>(() => PassageRanker.Answerable("What happened?", News, options: options));
    }

    [Fact]
    public void The_model_can_be_turned_off()
    {
        RankOptions untrained = new() { UseTrainedModel = false };
        const string Question = "How many American soldiers are in Iraq?";

        Assert.Equal(3, PassageRanker.Rank(Question, News, options: untrained)[0].Index);
        Assert.NotEqual(PassageRanker.Rank(Question, News)[0].Score, PassageRanker.Rank(Question, News, options: untrained)[0].Score);
        Assert.NotEqual(PassageRanker.Answerable(Question, News), PassageRanker.Answerable(Question, News, options: untrained));
    }

    [Fact]
    public void Where_places_mean_nothing_two_passages_with_the_same_words_weigh_alike()
    {
        string[] twice = ["The dam near Mosul was repaired.", "Rain fell in the hills.", "Rain fell in the hills.", "The dam near Mosul was repaired."];
        RankOptions noPlaces = new() { UsePlace = false };

        double[] scores = [.. PassageRanker.Rank("Where is the dam?", twice, options: noPlaces).OrderBy(passage => passage.Index).Select(passage => passage.Score)];

        Assert.Equal(scores[0], scores[3]);
    }

    [Fact]
    public void Without_passages_nothing_is_ranked_and_nothing_answerable()
    {
        Assert.Empty(PassageRanker.Rank("Who won?", []));
        Assert.Equal(0, PassageRanker.Answerable("Who won?", []));
    }

    [Fact]
    public void A_question_of_a_thousand_words_is_ranked_by_its_first_terms()
    {
        string question = string.Join(' ', Enumerable.Range(0, 1000).Select(number => $"word{number}")) + " Iraq?";

        Assert.Equal(News.Length, PassageRanker.Rank(question, News).Count);
    }
}
