namespace DigestBot.Cli;

/// <summary>What an OPML import did, in JSON: the sources as they are now, and how many of them are new.</summary>
internal sealed record OpmlView(
    IReadOnlyList<SourceView> Items, int Added, int Known, IReadOnlyList<FailureView> Failed);
