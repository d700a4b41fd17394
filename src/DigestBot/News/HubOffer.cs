namespace DigestBot.News;

/// <summary>The hubs that a feed names, and what it is called there.</summary>
/// <param name="Topic">The feed's own address as its publisher tells it to the hub; empty where no hub is named.</param>
/// <param name="Hubs">In the order in which they are named.</param>
internal sealed record HubOffer(string Topic, IReadOnlyList<string> Hubs)
{
    /// <summary>A feed that was read whole and names no hub.</summary>
    public static HubOffer None { get; } = new("", []);

    // Addresses may hold keys, and records print their members.
    public override string ToString() => $"{Hubs.Count} hubs";
}
