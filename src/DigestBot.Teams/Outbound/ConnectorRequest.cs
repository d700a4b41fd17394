namespace DigestBot.Teams;

/// <summary>One request to the service of a conversation.</summary>
internal sealed record ConnectorRequest(HttpMethod Method, string ServiceUrl, string Path, RequestKind Kind, string Conversation)
{
    /// <summary>Written as JSON; null for none.</summary>
    public object? Body { get; init; }

    public string Tenant { get; init; } = "";

    public RetryMode RetryMode { get; init; } = RetryMode.Retry;

    public Uri Address => new($"{ServiceUrl.TrimEnd('/')}/{Path}");

    /// <summary>An id as a segment of a path. Dots alone would lead out of the path.</summary>
    public static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return id is not ("." or "..") ? Uri.EscapeDataString(id) : throw new ArgumentException("No id is made of dots.", nameof(id));
    }
}
