namespace DigestBot.FakeDiscord.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>The connection breaks; nothing was done.</summary>
    HangUpBefore,

    /// <summary>It was done, and the connection breaks before the answer.</summary>
    HangUpAfter,

    /// <summary>A status of failure; nothing was done.</summary>
    FailBefore,

    /// <summary>It was done, and the answer is a status of failure.</summary>
    FailAfter,

    /// <summary>One request too many: 429 with the fault's scope and time.</summary>
    RateLimit,

    /// <summary>Nothing happens for a while, then it is done.</summary>
    SlowBefore,

    /// <summary>It is done, and the answer takes a while.</summary>
    SlowAfter,

    /// <summary>It was done, and the answer's JSON breaks off.</summary>
    Truncate,

    /// <summary>It was done, and the answer is a page for people.</summary>
    WrongContentType,
}
