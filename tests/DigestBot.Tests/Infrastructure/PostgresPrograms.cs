namespace DigestBot.Tests.Infrastructure;

/// <summary>Where PostgreSQL's server programs are, and who may run them.</summary>
internal static class PostgresPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The folder with initdb and postgres: from PATH, else the newest of Debian's versions; null if there is none.</summary>
    public static string? Find()
    {
        string[] onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return onPath.Concat(DebianFolders()).FirstOrDefault(HasServer);
    }

    /// <summary>The user that PostgreSQL runs as when the tests run as root, which it refuses; null if there is none.</summary>
    public static UnixUser? UnprivilegedUser()
    {
        UnixUser[] users = [.. File.ReadLines("/etc/passwd").Select(UnixUser.Parse).OfType<UnixUser>()];
        return users.FirstOrDefault(user => user.Name == "postgres") ?? users.FirstOrDefault(user => user.Name == "nobody");
    }

    private static IEnumerable<string> DebianFolders() => !Directory.Exists(DebianFolder)
        ? []
        : from folder in new DirectoryInfo(DebianFolder).EnumerateDirectories()
          let version = int.TryParse(folder.Name, out int number) ? number : 0
          orderby version descending
          select Path.Combine(folder.FullName, "bin");

    private static bool HasServer(string folder) => HasProgram(folder, "initdb") && HasProgram(folder, "postgres");

    // File.Exists is true for a link whose target is gone, as an uninstalled version leaves behind.
    private static bool HasProgram(string folder, string name)
    {
        var program = new FileInfo(Path.Combine(folder, name));
        return program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true };
    }
}
