namespace DigestBot.Ingest.Reading;

/// <summary>What <see cref="MarkupScanner"/> has found.</summary>
internal enum MarkupTokenKind
{
    /// <summary>Character data; character references are still in it.</summary>
    Text,

    /// <summary>The inside of a CDATA section, to be taken literally.</summary>
    CData,

    StartTag,
    EndTag,
}
