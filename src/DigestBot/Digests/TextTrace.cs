using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Finds sentences of an article in messages as platforms have them: as JSON, with marks, escapes and entities.</summary>
/// <remarks>Sentences are compared by their letters and digits alone, which no layout touches.</remarks>
internal sealed class TextTrace
{
    /// <summary>A shorter sentence may stand anywhere: it tells of no article.</summary>
    private const int ShortestSentence = 12;

    private readonly string[] _sentences;

    public TextTrace(IEnumerable<string> titles, IEnumerable<string> texts)
    {
        IEnumerable<string> sentences = texts.SelectMany(text => SentenceSplitter.Split(text).Select(span => span.Of(text)));
        _sentences = [.. titles.Concat(sentences).Select(Letters).Where(letters => letters.Length >= ShortestSentence).Distinct()];
    }

    /// <param name="stored">A message or the like, as stored: JSON, or plain text.</param>
    public bool IsIn(string stored) => Texts(stored).Select(text => Letters(WebUtility.HtmlDecode(text))).Any(
        letters => _sentences.Any(sentence => letters.Contains(sentence, StringComparison.Ordinal)));

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    private static IEnumerable<string> Texts(string stored)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(stored);
        }
        catch (JsonException)
        {
            return [stored];
        }

        return root is null ? [] : Texts(root);
    }

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject named => named.SelectMany(pair => pair.Value is { } value ? Texts(value) : []),
        JsonArray listed => listed.SelectMany(value => value is null ? [] : Texts(value)),
        _ when node.GetValueKind() == JsonValueKind.String => [node.GetValue<string>()],
        _ => [],
    };
}
