using DigestBot.Adapters;
using DigestBot.Cli;
using DigestBot.Hosting;

return await DigestBotCli.RunAsync(
    args, new TerminalHost(TimeProvider.System), new SystemTerminal(), TimeProvider.System, CancellationToken.None);
