using DigestBot.Cli;

namespace DigestBot.Tests.Cli;

/// <summary>One run of the command line, and what came of it; what was asked for is shown without the terminal.</summary>
internal sealed record CommandLineRun(int Exit, string Out, string Error, TerminalRequest? Asked)
{
    public static Task<CommandLineRun> OfAsync(params string[] args) => OfAsync(new FakeHost(), args);

    public static async Task<CommandLineRun> OfAsync(FakeHost host, params string[] args)
    {
        var terminal = new FakeTerminal();
        int exit = await DigestBotCli.RunAsync(
            args, host, terminal, TimeProvider.System, TestContext.Current.CancellationToken);
        return new(exit, terminal.Printed, terminal.Complained, host.Asked is { } asked ? asked with { Terminal = null } : null);
    }
}
