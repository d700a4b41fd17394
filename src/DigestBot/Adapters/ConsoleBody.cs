using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Chat;

namespace DigestBot.Adapters;

/// <summary>The console's form of a post: lines that are broken and coloured only when they are printed.</summary>
/// <param name="Language">Of the bot's own sentences: decides the direction of the lines.</param>
/// <param name="Lines">Null for a line across the page.</param>
internal sealed record ConsoleBody(string Language, IReadOnlyList<TextLine?> Lines)
{
    public static string Write(IEnumerable<TextLine> lines, Phrases phrases)
    {
        var body = new ConsoleBody(phrases.Language, [.. lines.Select(line => ReferenceEquals(line, TextLine.Rule) ? null : line)]);
        return JsonSerializer.Serialize(body, ConsoleBodyJson.Default.ConsoleBody);
    }

    public static ConsoleBody Read(string body) =>
        JsonSerializer.Deserialize(body, ConsoleBodyJson.Default.ConsoleBody)
        ?? throw new JsonException("A post for the console is empty.");

    public void PrintTo(TerminalPrinter printer) => printer.Print(
        [.. Lines.Select(line => line ?? TextLine.Rule)], Phrases.Find(Language) ?? Phrases.English);
}

/// <summary>Its stored form.</summary>
[JsonSerializable(typeof(ConsoleBody))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class ConsoleBodyJson : JsonSerializerContext;
