namespace DigestBot.Ingest.Reading;

/// <summary>Bytes as text.</summary>
/// <param name="Text">Without byte order mark, without characters that XML and the store refuse.</param>
/// <param name="Encoding">Name of the encoding that was used, in lower case.</param>
/// <param name="WasRepaired">Some of the text had to be repaired or dropped.</param>
internal sealed record DecodedText(string Text, string Encoding, bool WasRepaired);
