namespace DigestBot.Store.WebSub;

/// <summary>How it stands between us and a hub.</summary>
internal enum SubscriptionState
{
    /// <summary>The hub tells us nothing: it is to be asked, was asked, or has refused.</summary>
    Wanted,

    /// <summary>The hub tells us of news, until its lease ends.</summary>
    Active,

    /// <summary>Nobody reads the feed any more: the hub is to be told so.</summary>
    Leaving,

    /// <summary>It was told, or could not be told.</summary>
    Left,
}

/// <summary>What a hub is asked.</summary>
internal enum HubMode
{
    Subscribe,
    Unsubscribe,
}
