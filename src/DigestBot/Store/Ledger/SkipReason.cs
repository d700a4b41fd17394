namespace DigestBot.Store.Ledger;

/// <summary>Why a slot was not posted.</summary>
internal enum SkipReason
{
    /// <summary>There was nothing new.</summary>
    Empty,

    /// <summary>It would have been posted in quiet hours.</summary>
    QuietHours,

    /// <summary>The schedule was paused.</summary>
    Paused,

    /// <summary>Somebody asked for this one to be skipped.</summary>
    SkipNext,

    /// <summary>It was missed by more than the schedule catches up.</summary>
    TooLate,

    /// <summary>It was missed, and a later slot of the schedule too; the later one brings the news.</summary>
    Superseded,

    /// <summary>The platform refuses the channel.</summary>
    ChannelParked,

    /// <summary>The schedule was removed before it was posted.</summary>
    Removed,
}
