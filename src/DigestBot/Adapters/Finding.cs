using System.Text.Json.Serialization;

namespace DigestBot.Adapters;

/// <summary>One thing that the doctor looked at; also its form in JSON.</summary>
/// <param name="Check">Its name, for scripts; the same in every language.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Text">What was found, in one sentence.</param>
/// <param name="Remedy">What to do; null when nothing needs to be done.</param>
internal sealed record Finding(
    string Check, bool Ok, [property: JsonPropertyName("finding")] string Text, string? Remedy)
{
    public static Finding Fine(string check, string text) => new(check, true, text, null);

    public static Finding Wrong(string check, string text, string remedy) => new(check, false, text, remedy);
}
