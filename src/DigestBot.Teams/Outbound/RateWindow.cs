namespace DigestBot.Teams;

/// <summary>No more than so many requests in any span of that length.</summary>
internal readonly record struct RateWindow(int Limit, TimeSpan Length)
{
    /// <summary>What the service grants a bot in one conversation.</summary>
    public static readonly RateWindow[] Sends = Seconds((7, 1), (8, 2), (60, 30), (1800, 3600));

    /// <summary>The same for questions.</summary>
    public static readonly RateWindow[] Reads = Seconds((14, 1), (16, 2), (120, 30), (3600, 3600));

    /// <summary>What it grants an app in one organization.</summary>
    public static readonly RateWindow[] Tenant = Seconds((30, 1));

    private static RateWindow[] Seconds(params ReadOnlySpan<(int Limit, int Seconds)> windows)
    {
        var read = new RateWindow[windows.Length];
        for (int index = 0; index < windows.Length; index++)
        {
            read[index] = new RateWindow(windows[index].Limit, TimeSpan.FromSeconds(windows[index].Seconds));
        }

        return read;
    }
}
