namespace DigestBot.Cli;

/// <summary>What a reindex did, in JSON.</summary>
internal sealed record ReindexView(long Articles);
