using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The baseline that is hard to beat: first sentences, in turn from every document, with the bot's own splitter.</summary>
internal static class LeadSummarizer
{
    public static IReadOnlyList<Quote> Summarize(IReadOnlyList<SourceText> sources, SummaryOptions options)
    {
        TextSpan[][] sentences = [.. sources.Select(source => SentenceSplitter.Split(source.Text).ToArray())];
        var taken = new List<(int Source, TextSpan Span)>();
        int words = 0;
        for (int position = 0; position < sentences.Max(spans => spans.Length); position++)
        {
            for (int i = 0; i < sources.Count; i++)
            {
                if (position >= sentences[i].Length || taken.Count >= (options.MaxSentences ?? int.MaxValue))
                {
                    continue;
                }

                TextSpan span = sentences[i][position];
                int length = span.Of(sources[i].Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
                if (taken.Count == 0 || words + length <= (options.MaxWords ?? int.MaxValue))
                {
                    taken.Add((i, span));
                    words += length;
                }
            }
        }

        return
        [
            .. from quote in taken
               orderby quote.Source, quote.Span.Start
               let source = sources[quote.Source]
               select new Quote(source.Id, quote.Span.Start, quote.Span.Length, quote.Span.Of(source.Text), 0),
        ];
    }
}
