using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>What holds for the sentences of every text.</summary>
public sealed class SentenceSplitterProperties
{
    [Fact]
    public void Splitting_loses_nothing_but_white_space() =>
        Texts.Any.Sample(text =>
            Assert.Equal(NoSpace(text), NoSpace(string.Concat(SentenceSplitter.Split(text).Select(span => span.Of(text))))));

    [Fact]
    public void Sentences_are_in_order_disjoint_trimmed_and_within_the_text() =>
        Texts.Any.Sample(text =>
        {
            int end = 0;
            foreach (TextSpan span in SentenceSplitter.Split(text))
            {
                Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                end = span.End;
            }
        });

    private static string NoSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
