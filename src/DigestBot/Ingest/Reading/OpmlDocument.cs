namespace DigestBot.Ingest.Reading;

/// <summary>A list of subscriptions, with sentences about what in it could not be used.</summary>
internal sealed record OpmlDocument(string? Title, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<string> Problems);
