using System.Diagnostics;
using System.Text.Json;

namespace DigestBot.Benchmarks.Discord;

/// <summary>A client that runs. It answers each line that it gets with a mark; when its input ends, so does it.</summary>
internal sealed class BenchPeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BenchPeerProcess(Process process) => _process = process;

    /// <summary>Returns when it has said that it is connected.</summary>
    public static async Task<BenchPeerProcess> StartAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var peer = new BenchPeerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start."));
        await peer.ReadAsync();
        return peer;
    }

    public async Task<BenchMark> MarkAsync()
    {
        await _process.StandardInput.WriteLineAsync("mark");
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<BenchMark>(await ReadAsync(), JsonSerializerOptions.Web)!;
    }

    /// <summary>Waits until so many messages were handled; the mark is of the moment when the last of them was.</summary>
    public async Task<BenchMark> HasSeenAsync(int events)
    {
        await _process.StandardInput.WriteLineAsync($"await {events}");
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<BenchMark>(await ReadAsync(), JsonSerializerOptions.Web)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The client has ended.");
}
