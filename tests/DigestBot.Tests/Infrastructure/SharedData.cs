namespace DigestBot.Tests.Infrastructure;

/// <summary>Third-party data for measuring, in a folder "shared" beside the repository; it is not part of the project.</summary>
internal static class SharedData
{
    /// <summary>Absolute path of a file or folder there; the test is skipped where it is absent.</summary>
    /// <remarks>Never a failure, on a build server neither: few who build this have that data.</remarks>
    public static string Path(params ReadOnlySpan<string> parts)
    {
        string path = RepositoryRoot.Combine(["..", "shared", .. parts]);
        Assert.SkipUnless(
            System.IO.Path.Exists(path),
            $"No third-party data at ../shared/{string.Join('/', parts)} beside the repository; it is not shipped.");
        return System.IO.Path.GetFullPath(path);
    }
}
