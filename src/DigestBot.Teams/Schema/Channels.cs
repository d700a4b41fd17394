namespace DigestBot.Teams;

/// <summary>Names of channels as activities carry them.</summary>
public static class Channels
{
    public const string Msteams = "msteams";
    public const string Emulator = "emulator";
    public const string Test = "test";
}
