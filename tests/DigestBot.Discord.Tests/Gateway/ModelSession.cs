namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A session as the gateway remembers it.</summary>
internal sealed class ModelSession(string id)
{
    public string Id => id;

    /// <summary>The messages, the first of which has the number 2.</summary>
    public List<string> Log { get; } = [];

    /// <summary>The gateway has told the client, or will tell it, that it is no more.</summary>
    public bool IsGone { get; set; }

    /// <summary>Frames that cannot be read.</summary>
    public int Garbage { get; set; }

    /// <summary>How often the client dialled to resume it.</summary>
    public int Attempts { get; set; }
}
