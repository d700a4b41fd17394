using DigestBot.Cli;
using DigestBot.Hosting;
using DigestBot.Tests.Cli;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Infrastructure;

/// <summary>The real command line in this process: a store of its own, a clock that tests move, a captured terminal.</summary>
internal sealed class BotTerminal : IDisposable
{
    public DataFolder Folder { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));

    public Task<BotRun> RunAsync(params string[] args) => TypeAsync("", args);

    /// <summary>Runs with <paramref name="input"/> on standard input.</summary>
    public async Task<BotRun> TypeAsync(string input, params string[] args)
    {
        var terminal = new FakeTerminal(input);
        int exit = await DigestBotCli.RunAsync(
            [.. args, "--data", Folder.Data], new TerminalHost(Clock), terminal, Clock, TestContext.Current.CancellationToken);
        return new BotRun(exit, terminal.Printed, terminal.Complained);
    }

    public void Dispose() => Folder.Dispose();
}
