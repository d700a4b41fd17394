namespace DigestBot.Tests.EndToEnd;

/// <summary>The documents of <c>--json</c> as scripts know them; see <see cref="Infrastructure.JsonShape"/>.</summary>
internal static class Contract
{
    public const string Digest = $$"""
        {
          "id": "id", "topic": "text?", "notice": "text?", "window": {{Window}},
          "coverage": {
            "sources": "number", "ok": "number", "failing": [{"name": "text", "why": "text", "since": "instant?"}], "articles": "number"
          },
          "stories": [
            {"id": "id", "title": "text", "publishers": ["text"], "articles": "number", "quotes": [{{Quote}}]}
          ]
        }
        """;

    public const string Answer = $$"""
        {
          "question": "text", "query": "text", "answered": "flag", "confidence": "number",
          "quotes": [{{Quote}}], "nearest": [{{Quote}}], "searched": {"articles": "number", "window": {{Window}}}
        }
        """;

    public const string Ingest = """
        {"read": "number", "new": "number", "duplicates": "number", "failed": [{"what": "text", "why": "text"}]}
        """;

    public const string Search = """
        {
          "items": [{
            "id": "id", "title": "text", "url": "text", "source": "text", "published": "instant",
            "sentence": {"text": "text", "start": "number", "length": "number"}
          }]
        }
        """;

    public const string Stories = """
        {
          "items": [{
            "id": "id", "title": "text", "publishers": ["text"], "articles": "number", "first": "instant", "last": "instant"
          }]
        }
        """;

    public const string Sources = $$"""{"items": [{{Source}}]}""";

    public const string ImportedSources = $$"""
        {"items": [{{Source}}], "added": "number", "known": "number", "failed": [{"what": "text", "why": "text"}]}
        """;

    public const string Verification = $$"""
        {
          "digest": "id",
          "items": [{"text": "text", "article": {{Article}}, "start": "number", "length": "number", "state": "text"}]
        }
        """;

    public const string Doctor = """{"items": [{"check": "id", "ok": "flag", "finding": "text", "remedy": "text?"}]}""";

    public const string Reindex = """{"articles": "number"}""";

    private const string Window = """{"from": "instant", "to": "instant"}""";

    private const string Article = """{"id": "id", "title": "text", "url": "text", "source": "text", "published": "instant"}""";

    private const string Quote = $$"""{"text": "text", "article": {{Article}}, "start": "number", "length": "number"}""";

    private const string Source = """
        {
          "id": "id", "kind": "id", "name": "text", "location": "text?", "shared": "flag", "paused": "flag", "articles": "number",
          "failures": "number", "lastError": "text?", "lastCheck": "instant?", "lastSuccess": "instant?", "nextCheck": "instant?"
        }
        """;
}
