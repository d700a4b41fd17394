using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Faults;

/// <summary>Something that goes wrong with requests, for as many of them as it says.</summary>
public sealed class Fault(FaultKind kind)
{
    private int _seen;
    private int _hits;

    public FaultKind Kind => kind;

    /// <summary>The route that it meets, as <c>POST /channels/{channel_id}/messages</c>; all of them for null.</summary>
    public string? Route { get; init; }

    /// <summary>Which of the route's requests it meets; all of them for null.</summary>
    public Func<RestCall, bool>? When { get; init; }

    /// <summary>Requests that pass before it begins.</summary>
    public int Skip { get; init; }

    /// <summary>Requests that it meets; for ever if null.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The status of a failure.</summary>
    public int Status { get; init; } = 502;

    /// <summary>Discord's code in the body of a failure; a page without one for null.</summary>
    public int? Code { get; init; }

    /// <summary>How long to wait, by a 429 or because the server is slow.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whose limit a 429 reports.</summary>
    public RateScope Scope { get; init; } = RateScope.User;

    /// <summary>Requests that it met.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Whether it meets this request; counts it if so.</summary>
    internal bool Meets(RestCall call)
    {
        bool isMeant = (Route is null || Route == call.Route) && When?.Invoke(call) != false;
        bool isSpent = Times is { } times && _hits >= times;
        if (!isMeant || isSpent || _seen++ < Skip)
        {
            return false;
        }

        _hits++;
        return true;
    }
}
