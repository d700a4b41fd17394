using Microsoft.Data.Sqlite;

namespace DigestBot.Store;

/// <summary>Where the embedded store lives when nobody says otherwise: the user's data folder, never a build folder.</summary>
internal static class StoreLocation
{
    private const string FileName = "digestbot.db";

    /// <summary><c>$XDG_DATA_HOME/digestbot</c>, or the platform's own place for such files.</summary>
    public static string DefaultFolder => Path.Combine(DataHome(), "digestbot");

    public static string DefaultFile => FileIn(DefaultFolder);

    public static string FileIn(string folder) => Path.Combine(Path.GetFullPath(folder), FileName);

    /// <summary>The connection string for this file, whatever characters its path has.</summary>
    public static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ToString();

    private static string DataHome()
    {
        // The framework reads XDG_DATA_HOME on Linux, but gives nothing at all where no home folder exists.
        string folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0 ? folder : Path.Combine(Path.GetTempPath(), "digestbot-data");
    }
}
