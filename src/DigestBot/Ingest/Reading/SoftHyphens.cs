namespace DigestBot.Ingest.Reading;

/// <summary>Marks where a word may be broken: they are no part of the word, and would hide it from a search.</summary>
internal static class SoftHyphens
{
    public static string Drop(string text) => text.Replace("\u00ad", null, StringComparison.Ordinal);
}
