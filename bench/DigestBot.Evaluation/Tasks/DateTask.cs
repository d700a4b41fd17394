using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Date strings as feeds carry them, as seconds since 1970. Items have no id; their order tells them apart.</summary>
internal sealed class DateTask : IEvaluationTask
{
    public string Name => "date";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        string? text = item.Scalar("input");
        return () =>
        {
            DateTimeOffset? date = FeedDates.Parse(text);
            return writer => Write(writer, item.Member("input"), date?.ToUnixTimeSeconds());
        };
    }

    public IScorer CreateScorer() => new DateScorer();

    private static void Write(Utf8JsonWriter writer, JsonElement? input, long? epoch)
    {
        writer.WriteStartObject();
        writer.WriteMember("input", input);
        if (epoch is { } seconds)
        {
            writer.WriteNumber("epoch", seconds);
        }
        else
        {
            writer.WriteNull("epoch");
        }

        writer.WriteEndObject();
    }
}
