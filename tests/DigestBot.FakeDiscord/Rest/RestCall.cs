using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>A request that has been read, let in and matched to its route.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Template">The path as Discord's specification writes it.</param>
/// <param name="Values">What stands in the path for the template's names.</param>
/// <param name="Query">The query, by name.</param>
/// <param name="Body">The JSON of the body; of a multipart body that of <c>payload_json</c>.</param>
/// <param name="Files">Attachments made of the files of a multipart body.</param>
public sealed record RestCall(
    string Method,
    string Template,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Query,
    JsonNode? Body,
    JsonArray Files)
{
    public ulong Id(string name) => ulong.Parse(Values[name], NumberStyles.None, CultureInfo.InvariantCulture);

    public string Route => $"{Method} {Template}";

    internal bool Asks(string name) => Query.TryGetValue(name, out string? value) && value is "true" or "1";

    internal ulong? QueryId(string name) =>
        ulong.TryParse(Query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : null;
}
