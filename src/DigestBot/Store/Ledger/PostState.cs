namespace DigestBot.Store.Ledger;

/// <summary>How far a message has come.</summary>
internal enum PostState
{
    /// <summary>The part before it has not arrived yet.</summary>
    Waiting,

    /// <summary>May be sent when its time comes.</summary>
    Ready,

    /// <summary>A request is under way, or was when its worker died: whether it arrived is not known.</summary>
    Sending,

    /// <summary>Arrived.</summary>
    Delivered,

    /// <summary>May have arrived; not sent again, as configured.</summary>
    Unconfirmed,

    /// <summary>Given up.</summary>
    Dead,
}
