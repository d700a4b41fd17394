using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters;

/// <summary>The bot's own lines around what earlier digests quoted and no longer stands, the same in every layout and free of markup.</summary>
internal static class CorrectionFrame
{
    /// <summary>Before the sentence as it was quoted.</summary>
    public static string Quoted(Correction correction, Reader reader) =>
        reader.Phrases.CorrectionQuoted(correction.DigestId, reader.Date(correction.Told));

    /// <summary>After it: that it is gone, or what announces the sentence that is nearest to it now.</summary>
    public static string Since(Correction correction, Reader reader) =>
        correction.Now is null ? reader.Phrases.CorrectionGone : reader.Phrases.CorrectionNow;

    /// <summary>After a quote whose article was edited: that it still stands, is gone, or what announces the nearest sentence.</summary>
    public static string Since(QuoteCheck edited, Phrases phrases) =>
        edited.Stands ? phrases.CorrectionStands : edited.Now is null ? phrases.CorrectionGone : phrases.CorrectionNow;

    /// <summary>After the last one, where later digests tell more.</summary>
    public static IEnumerable<string> More(Digest digest, Reader reader) =>
        digest.MoreCorrections > 0 ? [reader.Phrases.CorrectionsMore(digest.MoreCorrections)] : [];
}
