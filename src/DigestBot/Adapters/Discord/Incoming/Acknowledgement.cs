namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What became of a first response.</summary>
internal enum Acknowledgement
{
    /// <summary>Discord has taken it, or as far as can be known it has.</summary>
    Taken,

    /// <summary>Somebody else had answered before; more can still be said.</summary>
    ByOthers,

    /// <summary>It came too late, or not at all: nothing more can be said.</summary>
    Lost,

    /// <summary>Discord found it faulty; another one may be sent.</summary>
    Faulty,
}
