using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The article in a stored web page, from its bytes or from text that is decoded already.</summary>
internal sealed class ExtractTask : IEvaluationTask
{
    private static readonly Uri Nowhere = new("https://page.example/");

    public string Name => "extract";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        JsonElement id = item.Required("id");
        Uri address = WebAddress.Resolve(null, item.Text("url")) ?? Nowhere;
        string? inline = item.Text("html");
        byte[] bytes = inline is null ? InputFile.Of(item, settings) : [];
        return () =>
        {
            WebPage page = WebPageReader.Read(inline ?? Encodings.Decode(bytes, contentType: null).Text, address);
            return writer => Write(writer, id, page);
        };
    }

    public IScorer CreateScorer() => new ExtractScorer();

    private static void Write(Utf8JsonWriter writer, JsonElement id, WebPage page)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteString("title", page.Title);
        writer.WriteString("byline", page.Byline);
        writer.WriteInstant("published", page.Published);
        writer.WriteString("language", page.Language);
        writer.WriteString("text", page.Text);
        writer.WriteEndObject();
    }
}
