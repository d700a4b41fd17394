using System.Diagnostics;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>A file system of a few megabytes in memory; only root can make one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts it at the folder, or skips the test where this machine does not allow that.</summary>
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder),
            "A disk of limited size can only be mounted by root, and not in every container.");
        return new SmallDisk(folder);
    }

    public async Task GrowAsync(int megabytes) =>
        Assert.True(await RunAsync("mount", "-o", $"remount,size={megabytes}m", _folder));

    public async ValueTask DisposeAsync() => await RunAsync("umount", "-l", _folder);

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
