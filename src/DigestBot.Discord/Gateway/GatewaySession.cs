namespace DigestBot.Discord;

/// <summary>What a client must remember to go on where a dropped connection stopped.</summary>
/// <remarks>
/// Invariant: <see cref="Sequence"/> is the number of the last event that was handed over. An event that was read but not
/// handed over is asked for again.
/// </remarks>
internal sealed class GatewaySession
{
    // A session that cannot be resumed so often is gone, or so is the address that it is bound to.
    private const int MostAttempts = 5;

    // The same bytes come again after a resume; a session that sends what cannot be read would never get on.
    private const int MostGarbled = 2;

    private const long None = -1;

    private long _sequence = None;
    private int _attempts;
    private int _garbled;

    public string? Id { get; private set; }

    /// <summary>Where this session can be resumed; null where the gateway named no usable address.</summary>
    public Uri? ResumeAddress { get; private set; }

    public long? Sequence => Interlocked.Read(ref _sequence) is >= 0 and var sequence ? sequence : null;

    public bool CanResume => Id is not null && Sequence is not null && _attempts < MostAttempts;

    public void Begin(string id, Uri? resumeAddress)
    {
        Forget();
        Id = id;
        ResumeAddress = resumeAddress;
    }

    public void Forget()
    {
        Id = null;
        ResumeAddress = null;
        Interlocked.Exchange(ref _sequence, None);
        _attempts = 0;
        _garbled = 0;
    }

    /// <summary>An event with this number has not been handed over yet.</summary>
    public bool IsNew(long sequence) => sequence > Interlocked.Read(ref _sequence);

    /// <summary>An event was handed over.</summary>
    public void Advance(long sequence)
    {
        Interlocked.Exchange(ref _sequence, Math.Max(sequence, Interlocked.Read(ref _sequence)));
        _garbled = 0;
    }

    public void ResumeTried() => _attempts++;

    public void Resumed() => _attempts = 0;

    /// <summary>Something came that cannot be read.</summary>
    public void Garbled()
    {
        if (++_garbled >= MostGarbled)
        {
            Forget();
        }
    }
}
