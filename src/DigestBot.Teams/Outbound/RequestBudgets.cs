using System.Net;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Lets requests leave as fast as the service allows, and no faster.</summary>
/// <remarks>
/// Safe to use concurrently. Its memory is bounded: what has been quiet for the longest window is forgotten, and then
/// what was used least recently.
/// </remarks>
internal sealed class RequestBudgets(IOptions<BotFrameworkOptions> options, TimeProvider clock)
{
    /// <summary>So many conversations and tenants are counted.</summary>
    internal const int MostRemembered = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(RequestKind? Kind, string Name), LinkedListNode<Counted>> _logs = [];
    private readonly LinkedList<Counted> _byUse = new();

    public int Remembered
    {
        get
        {
            lock (_gate)
            {
                return _logs.Count;
            }
        }
    }

    /// <summary>Waits until a request may leave, and counts it.</summary>
    /// <exception cref="ErrorResponseException">It would have to wait longer than is allowed; it was not sent.</exception>
    public async Task EnterAsync(RequestKind kind, string conversation, string tenant, CancellationToken cancellationToken)
    {
        DateTimeOffset came = clock.GetUtcNow();
        while (Leave(kind, conversation, tenant) is { } wait)
        {
            if (clock.GetUtcNow() - came + wait > options.Value.MaxBudgetWait)
            {
                throw new ErrorResponseException("The request was not sent: the budget of its conversation is used up.")
                {
                    StatusCode = HttpStatusCode.TooManyRequests,
                    Code = ErrorCodes.OwnBudget,
                    RetryAfter = wait,
                };
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>The service refused a request in this conversation and said how long to wait.</summary>
    public void Pause(RequestKind kind, string conversation, TimeSpan length)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            MakeRoom(now);
            Log(kind, conversation).PauseUntil(now + length);
        }
    }

    /// <returns>How long to wait before asking again; null where the request leaves now.</returns>
    private TimeSpan? Leave(RequestKind kind, string conversation, string tenant)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            MakeRoom(now);
            RequestLog own = Log(kind, conversation);
            RequestLog all = Log(null, tenant);
            DateTimeOffset next = own.Next(now) is var first && all.Next(now) is var second && first > second ? first : second;
            if (next > now)
            {
                return next - now;
            }

            own.Add(now);
            all.Add(now);
            return null;
        }
    }

    private RequestLog Log(RequestKind? kind, string name)
    {
        if (_logs.TryGetValue((kind, name), out LinkedListNode<Counted>? node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Log;
        }

        RateWindow[] windows = kind switch
        {
            RequestKind.Send => RateWindow.Sends,
            RequestKind.Read => RateWindow.Reads,
            _ => RateWindow.Tenant,
        };
        var counted = new Counted((kind, name), new RequestLog(windows));
        _logs.Add(counted.Key, _byUse.AddLast(counted));
        return counted.Log;
    }

    // Room for the two that one request may add. Made before they are looked up: a new one is idle until something is
    // counted. The least recently used is the first to be idle, so looking at a few from that end is enough.
    private void MakeRoom(DateTimeOffset now)
    {
        for (int looked = 0; looked < 4 && _byUse.First is { } oldest; looked++)
        {
            if (_logs.Count <= MostRemembered - 2 && !oldest.Value.Log.IsIdle(now))
            {
                return;
            }

            _logs.Remove(oldest.Value.Key);
            _byUse.RemoveFirst();
        }
    }

    private sealed record Counted((RequestKind? Kind, string Name) Key, RequestLog Log);
}
