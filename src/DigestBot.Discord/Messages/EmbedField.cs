namespace DigestBot.Discord;

/// <summary>A headed paragraph in an embed.</summary>
/// <param name="Name">1 to 256 characters.</param>
/// <param name="Value">1 to 1024 characters of markdown.</param>
/// <param name="Inline">May stand beside other inline fields.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false)
{
    public string Name { get; init => field = value ?? ""; } = Name ?? "";

    public string Value { get; init => field = value ?? ""; } = Value ?? "";
}
