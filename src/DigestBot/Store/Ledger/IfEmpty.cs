namespace DigestBot.Store.Ledger;

/// <summary>What a schedule does when there is nothing new.</summary>
internal enum IfEmpty
{
    /// <summary>Nothing; the ledger says so.</summary>
    Skip,

    /// <summary>One sentence that there is nothing new, with what was searched.</summary>
    Post,
}
