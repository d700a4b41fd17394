namespace DigestBot.Teams;

/// <summary>Which of the service's budgets a request is counted in.</summary>
internal enum RequestKind
{
    /// <summary>Something is posted, changed, deleted or created.</summary>
    Send,

    /// <summary>Members, teams and channels are asked for.</summary>
    Read,
}
