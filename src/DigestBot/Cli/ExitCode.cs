namespace DigestBot.Cli;

/// <summary>How a verb ended; scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
}
