using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>How others' parsers of Discord's markdown understand a text.</summary>
/// <param name="Plain">What it says; null if there is markup in it.</param>
/// <param name="Kinds">Of all its nodes.</param>
/// <param name="Quotes">What its quoted blocks say.</param>
/// <param name="Links">In order.</param>
internal sealed record ParsedMarkdown(
    string? Plain, IReadOnlyList<string> Kinds, IReadOnlyList<string?> Quotes, IReadOnlyList<ParsedLink> Links);

/// <summary>A link that was found.</summary>
internal sealed record ParsedLink(string? Text, string Target);

/// <summary>The parsers in tests/peers/discord.</summary>
internal static class DiscordParsers
{
    /// <summary>For each text, what each parser makes of it.</summary>
    public static IReadOnlyList<IReadOnlyList<ParsedMarkdown>> Parse(IReadOnlyList<string> texts)
    {
        string input = JsonSerializer.Serialize(texts, ParsedMarkdownJson.Default.IReadOnlyListString);
        string parsed = NodeScript.Run("discord", "markdown.mjs", input);
        return JsonSerializer.Deserialize(parsed, ParsedMarkdownJson.Default.IReadOnlyListIReadOnlyListParsedMarkdown)!;
    }
}

/// <summary>What goes over.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyList<ParsedMarkdown>>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ParsedMarkdownJson : JsonSerializerContext;
