using System.Security;

namespace DigestBot.Ingest.Reading;

/// <summary>Says in one sentence why a file or folder could not be read.</summary>
internal static class FileProblems
{
    /// <summary>The exceptions of the file system that are answers rather than bugs.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    public static string Describe(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file or folder; check the path.",
        UnauthorizedAccessException or SecurityException => "It may not be read by this user; grant read access and try again.",
        PathTooLongException or ArgumentException or NotSupportedException => "This is not a valid path.",
        _ => $"It could not be read: {exception.Message.TrimEnd('.')}.",
    };
}
