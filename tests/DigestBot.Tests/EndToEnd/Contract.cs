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

    public const string ShownSource = $$"""
        {"items": [
          {
            {{SourceKeys}},
            "checks": [{"at": "instant", "outcome": "id", "problem": "text?", "new": "number", "updated": "number", "seconds": "number"}]
          }
        ]}
        """;

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

    public const string Schedules = """
        {
          "items": [{
            "id": "id", "name": "text", "topic": "text?", "channel": "id", "at": ["text"], "days": ["text"], "zone": "id",
            "stories": "number?", "ifEmpty": "id", "catchUpMinutes": "number", "quiet": {"from": "text", "to": "text"},
            "mentionRole": "text?", "paused": "flag", "skipNext": "flag", "parked": "text?", "next": "instant?", "createdBy": "id",
            "createdAt": "instant"
          }]
        }
        """;

    public const string Preview = """
        {
          "schedule": "text", "zone": "id",
          "items": [{"slot": "id", "due": "instant", "local": "text", "offset": "text", "shift": "id", "leftOut": "flag"}],
          "clockChanges": [{"at": "instant", "from": "text", "to": "text"}]
        }
        """;

    public const string Runs = $$"""{"items": [{{Run}}]}""";

    public const string Status = $$"""
        {
          "version": "id", "schedules": {"total": "number", "paused": "number"},
          "next": [{"schedule": "text", "channel": "id", "due": "instant"}], "last": [{{Run}}],
          "sources": {"total": "number", "failing": [{"name": "text", "why": "text", "since": "instant?"}]},
          "queue": {
            "waiting": "number", "retrying": "number", "oldest": "instant?", "givenUp": "number", "unconfirmed": "number",
            "unsure": "number", "delivered": "number", "parked": [{"channel": "id", "why": "text", "since": "instant?"}],
            "deadLetters": [{"key": "id", "schedule": "text?", "channel": "id", "at": "instant", "why": "text"}]
          }
        }
        """;

    public const string Reindex = """{"articles": "number"}""";

    private const string Run = """
        {
          "id": "id", "schedule": "text", "slot": "id", "due": "instant", "state": "id", "reason": "id?", "problem": "text?", "late": "flag",
          "digest": "id?", "parts": "number", "delivered": "number", "finished": "instant?"
        }
        """;

    private const string Window = """{"from": "instant", "to": "instant"}""";

    private const string Article = """{"id": "id", "title": "text", "url": "text", "source": "text", "published": "instant"}""";

    private const string Quote = $$"""{"text": "text", "article": {{Article}}, "start": "number", "length": "number"}""";

    private const string Source = $$"""
        {{{SourceKeys}}}
        """;

    private const string SourceKeys = """
        "id": "id", "kind": "id", "name": "text", "location": "text?", "movedFrom": "text?", "folder": "text?", "shared": "flag", "paused": "flag", "off": "flag", "atRest": "flag", "articles": "number",
        "failures": "number", "failingSince": "instant?", "lastError": "text?", "lastCheck": "instant?", "lastSuccess": "instant?", "nextCheck": "instant?", "nextCheckWhy": "text?"
        """;
}
