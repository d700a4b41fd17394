namespace DigestBot.Tests.Infrastructure;

/// <summary>So many requests in any second, as Discord counts them. Not safe to call concurrently.</summary>
internal sealed class ChatServerLimit(int perSecond)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> _let = new();

    /// <returns>How long to wait; null when the request may pass.</returns>
    public TimeSpan? Ask(DateTimeOffset now)
    {
        while (_let.TryPeek(out DateTimeOffset oldest) && now - oldest >= Second)
        {
            _let.Dequeue();
        }

        if (_let.Count >= perSecond)
        {
            return _let.Peek() + Second - now;
        }

        _let.Enqueue(now);
        return null;
    }
}
