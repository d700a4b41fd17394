namespace DigestBot.Summaries.Tests;

/// <summary>Whole reports in ten languages are cut where their sentences end, and nowhere else.</summary>
public sealed class NewsSentencesTests
{
    [Theory]
    [InlineData("German", NewsSentences.German, " ")]
    [InlineData("French", NewsSentences.French, " ")]
    [InlineData("Spanish", NewsSentences.Spanish, " ")]
    [InlineData("Italian", NewsSentences.Italian, " ")]
    [InlineData("Portuguese", NewsSentences.Portuguese, " ")]
    [InlineData("Dutch", NewsSentences.Dutch, " ")]
    [InlineData("Russian", NewsSentences.Russian, " ")]
    [InlineData("Arabic", NewsSentences.Arabic, " ")]
    [InlineData("Chinese", NewsSentences.Chinese, "")]
    [InlineData("Japanese", NewsSentences.Japanese, "")]
    public void A_report_is_cut_into_its_sentences(string language, string lines, string space)
    {
        string[] sentences = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string text = string.Join(space, sentences);

        string[] found = [.. SentenceSplitter.Split(text).Select(span => span.Of(text))];

        Assert.True(sentences.Length >= 20, language);
        Assert.Equal(string.Join('\n', sentences), string.Join('\n', found));
    }
}
