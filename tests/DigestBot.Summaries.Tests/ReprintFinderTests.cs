using CsCheck;

namespace DigestBot.Summaries.Tests;

public sealed class ReprintFinderTests
{
    private const string Wire =
        "The ferry Morwenna sank off Kestrel Island before dawn with 140 people aboard, the coastguard said. Lifeboats from " +
        "Port Saul took 112 people ashore, and divers were searching the strait for the others. The operator suspended all " +
        "sailings until the cause is known. Investigators will examine the bow door, which had been repaired in spring.";

    private const string Report =
        "Twenty-eight passengers are missing after the Morwenna went down in the strait between Kestrel Island and Port Saul. " +
        "The coastguard saved 112 people during the night. Families waited on the quay for news of the others.";

    private static readonly Gen<string> Texts = Gen.Int[0, 30].Select(word => $"word{word}").Array[0, 60].Select(words => string.Join(' ', words));

    [Fact]
    public void A_wire_report_that_three_papers_print_is_one_article()
    {
        int[] originals = Originals(
            Wire,
            "PORT SAUL (Agency) - " + Wire,
            Wire.ToUpperInvariant() + " © The Dunmere Gazette",
            Wire.Replace("before dawn ", "", StringComparison.Ordinal));

        Assert.Equal([0, 0, 0, 0], originals);
    }

    [Fact]
    public void Two_reports_on_one_event_are_two_articles() => Assert.Equal([0, 1], Originals(Wire, Report));

    [Fact]
    public void A_reprint_belongs_to_the_article_that_it_is_most_like() =>
        Assert.Equal([0, 1, 1, 0], Originals(Wire, Report, Report + " More follows.", Wire + " More follows."));

    [Fact]
    public void Texts_that_say_nothing_are_no_reprints_of_each_other() => Assert.Equal([0, 1, 2], Originals("", "of the and", "\uD800 ..."));

    [Fact]
    public void Short_texts_are_reprints_when_they_say_the_same() =>
        Assert.Equal([0, 0, 2], Originals("Ferry sinks", "The ferry sinks!", "Ferry sails"));

    [Fact]
    public void What_is_called_a_reprint_shares_enough_and_the_original_is_none_itself() =>
        Texts.Array[0, 12].Sample(texts =>
        {
            int[] originals = Originals(texts);
            Assert.All(originals, (original, i) =>
            {
                Assert.Equal(original, originals[original]);
                Assert.True(original == i || Shared(texts[original], texts[i]) >= ReprintFinder.LeastShared);
            });
        });

    [Fact]
    public void A_text_with_little_changed_is_always_found() =>
        Gen.Select(Gen.Int[60, 300], Gen.Int[0, 59]).Sample((words, changed) =>
        {
            string[] text = [.. Enumerable.Range(0, words).Select(word => $"word{word}")];
            string original = string.Join(' ', text);
            text[changed] = "other";
            string edited = string.Join(' ', text);

            Assert.True(Shared(original, edited) >= 0.85);
            Assert.Equal([0, 0], Originals(original, edited));
        });

    [Fact]
    public void The_same_texts_give_the_same_answer() =>
        Texts.Array[0, 12].Sample(texts => Assert.Equal(Originals(texts), Originals(texts)));

    private static int[] Originals(params string[] texts)
    {
        var finder = new ReprintFinder();
        return [.. texts.Select(finder.Add)];
    }

    private static double Shared(string left, string right)
    {
        HashSet<ulong> first = [.. Shingles.Of(left)], second = [.. Shingles.Of(right)];
        return first.Count + second.Count == 0 ? 0 : (double)first.Intersect(second).Count() / first.Union(second).Count();
    }
}
