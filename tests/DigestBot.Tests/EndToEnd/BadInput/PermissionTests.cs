using System.Runtime.Versioning;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>Files and folders that the user who runs the bot may not read or write.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode Everyone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DataFolder _folder = new();

    public PermissionTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These are the permissions of Unix.");
        File.SetUnixFileMode(_folder.Path, Everyone);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_without_rights_is_one_clear_failure()
    {
        string file = _folder.Write("closed/a.txt", "Title\n\nNobody may read this text.");
        File.SetUnixFileMode(_folder.In("closed"), UnixFileMode.None);

        BotRun folder = await RunAsync("ingest", _folder.In("closed"));
        BotRun inside = await RunAsync("ingest", file);

        Assert.Contains("It may not be read by this user", folder.Failed(), StringComparison.Ordinal);
        inside.Failed();
    }

    [Fact]
    public async Task A_file_without_rights_is_named_and_the_others_are_read()
    {
        _folder.Write("news/a.txt", "Title\n\nEverybody may read this text.");
        string closed = _folder.Write("news/b.txt", "Title\n\nNobody may read this text.");
        File.SetUnixFileMode(closed, UnixFileMode.None);

        BotRun run = await RunAsync("ingest", _folder.In("news"));

        Assert.Contains("New: 1", run.Done(), StringComparison.Ordinal);
        Assert.Equal($"Not read: {closed}: It may not be read by this user; grant read access and try again.\n", run.Error);
    }

    [Fact]
    public async Task A_data_folder_that_may_not_be_written_is_one_clear_failure()
    {
        Directory.CreateDirectory(_folder.Data);
        File.SetUnixFileMode(_folder.Data, ReadOnly);

        BotRun digest = await RunAsync("digest");
        BotRun doctor = await RunAsync("doctor");

        Assert.Contains(_folder.Data, digest.Failed(), StringComparison.Ordinal);
        Assert.Equal(1, doctor.Exit);
        Assert.Contains("cannot be opened; check that the folder exists and may be written", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_may_only_be_read_is_one_clear_failure()
    {
        (await RunAsync("ingest", _folder.Write("a.txt", "Title\n\nThe first text is stored."))).Done();
        foreach (string file in Directory.GetFiles(_folder.Data))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        File.SetUnixFileMode(_folder.Data, ReadOnly);
        BotRun run = await RunAsync("ingest", _folder.Write("b.txt", "Title\n\nThe second text is not stored."));
        File.SetUnixFileMode(_folder.Data, Everyone);

        Assert.Contains("is read-only; change its permissions", run.Failed(), StringComparison.Ordinal);
    }

    private async Task<BotRun> RunAsync(params string[] args)
    {
        await using BotProcess process = BotProcess.StartBehind(
            Launcher(), _folder, [("HOME", _folder.Path)], [.. args, "--data", _folder.Data]);
        return await process.EndAsync();
    }

    // Permissions do not bind root, so there the program runs as somebody else.
    private static string[] Launcher()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        UnixUser? user = File.Exists("/usr/bin/setpriv") ? PostgresPrograms.UnprivilegedUser() : null;
        if (user is null)
        {
            MissingTool.Report("Root may read everything: install setpriv (util-linux), or run the tests as another user.");
        }

        return ["setpriv", $"--reuid={user.UserId}", $"--regid={user.GroupId}", "--clear-groups", "--"];
    }
}
