using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>A question over some sentences, of which some, or none, answer it.</summary>
/// <param name="Gold">The item as it was read.</param>
/// <param name="Question">The question.</param>
/// <param name="Sentences">In the order of their text.</param>
/// <param name="Spans">Where they stand in the text, if the item has one.</param>
/// <param name="Right">Whether each answers.</param>
/// <param name="Fold">What stays together in validation.</param>
internal sealed record QuestionItem(
    JsonElement Gold, string Question, string[] Sentences, IReadOnlyList<TextSpan> Spans, bool[] Right, string Fold)
{
    public bool IsAnswerable => Right.Contains(true);

    public PassageScorer Scorer => new(new(Question), Sentences, idf: null);

    public static QuestionItem Of(JsonElement item) => item.Text("text") is { } text ? OfText(item, text) : OfSentences(item);

    private static QuestionItem OfSentences(JsonElement item)
    {
        string[] sentences = [.. item.Required("sentences").EnumerateArray().Select(sentence => sentence.GetString() ?? string.Empty)];
        bool[] right = [.. item.Required("labels").EnumerateArray().Select(label => label.GetInt32() == 1)];
        return new(item, item.RequiredText("question"), sentences, [], right, item.Scalar("id") ?? "");
    }

    private static QuestionItem OfText(JsonElement item, string text)
    {
        IReadOnlyList<TextSpan> spans = SentenceSplitter.Split(text);
        bool answerable = item.GetProperty("answerable").GetBoolean();
        (int Start, int End)[] answers = answerable
            ? [.. item.List("answers").Select(answer => (answer.GetProperty("start").GetInt32(), answer.RequiredText("text").Length))
                .Select(answer => (answer.Item1, answer.Item1 + answer.Length))]
            : [];
        return new(
            item,
            item.RequiredText("question"),
            [.. spans.Select(span => span.Of(text))],
            spans,
            [.. spans.Select(span => answers.Any(answer => answer.Start >= span.Start && answer.End <= span.End))],
            item.Scalar("article") ?? item.Scalar("id") ?? "");
    }
}
