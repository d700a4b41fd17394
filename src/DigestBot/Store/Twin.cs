namespace DigestBot.Store;

/// <summary>A stored article that came again under another id.</summary>
/// <param name="Id">The stored one's.</param>
/// <param name="ContentHash">Of what is stored.</param>
/// <param name="MayChange">Whether another text is an edition of it, and not only a copy.</param>
internal readonly record struct Twin(long Id, long ContentHash, bool MayChange);
