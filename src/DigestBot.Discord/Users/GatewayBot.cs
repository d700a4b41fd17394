namespace DigestBot.Discord;

/// <summary>Where the gateway is, and how many connections Discord advises.</summary>
public sealed record GatewayBot
{
    public string Url { get; init => field = value ?? ""; } = "";

    public int Shards { get; init => field = Math.Max(1, value); } = 1;

    public SessionStartLimit SessionStartLimit { get; init => field = value ?? new(); } = new();
}
