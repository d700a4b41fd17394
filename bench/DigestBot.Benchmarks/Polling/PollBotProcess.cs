using System.Diagnostics;
using System.Globalization;

namespace DigestBot.Benchmarks.Polling;

/// <summary>A <see cref="PollBot"/> in a process of its own, and what it said of itself.</summary>
internal sealed class PollBotProcess : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<PollCost> _costs = [];

    private PollBotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>One for each second so far.</summary>
    public IReadOnlyList<PollCost> Costs
    {
        get
        {
            lock (_gate)
            {
                return [.. _costs];
            }
        }
    }

    public static PollBotProcess Start(PollRun run)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["polls-bot", run.ToString()]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcConcurrent"] = "0"; // as the bot is configured
        return new PollBotProcess(Process.Start(start)!);
    }

    /// <summary>As a power failure would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose() => _process.Dispose();

    private void Note(string? line)
    {
        if (line?.Split(' ') is [var seconds, var workingSet, var heap])
        {
            lock (_gate)
            {
                _costs.Add(new PollCost(
                    double.Parse(seconds, CultureInfo.InvariantCulture),
                    long.Parse(workingSet, CultureInfo.InvariantCulture),
                    long.Parse(heap, CultureInfo.InvariantCulture)));
            }
        }
    }
}
