using DigestBot.Store;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A temporary folder with a store and the test's own files; gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("digestbot-test-").FullName;

    /// <summary>What <c>--data</c> takes; holds nothing before the first run.</summary>
    public string Data => In("data");

    /// <summary>The store's file.</summary>
    public string Store => StoreLocation.FileIn(Data);

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of the test, with the folders on its way, and returns its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A connection of the test's own to the store, beside the program's.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
