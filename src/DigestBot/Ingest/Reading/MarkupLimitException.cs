namespace DigestBot.Ingest.Reading;

/// <summary>Ends the parsing of a page from inside the parser, which offers no other way; never leaves a reader.</summary>
internal sealed class MarkupLimitException(string message) : Exception(message);
