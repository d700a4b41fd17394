using System.Globalization;
using BenchmarkDotNet.Running;
using DigestBot.Benchmarks;
using DigestBot.Benchmarks.Discord;
using DigestBot.Benchmarks.Polling;

return args switch
{
    ["generate", var count, var file] => await LoadProgram.GenerateAsync(int.Parse(count, CultureInfo.InvariantCulture), file),
    ["load", var count, var place] => await LoadProgram.LoadAsync(int.Parse(count, CultureInfo.InvariantCulture), place),
    ["widen", var file, var words] => await WidenProgram.RunAsync(file, words),
    ["measure", var count, var place] => await LoadProgram.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture), place),
    ["rush", var channels, var nodes, var place] => await RushProgram.RunAsync(
        int.Parse(channels, CultureInfo.InvariantCulture), int.Parse(nodes, CultureInfo.InvariantCulture), place),
    ["polls", var sources, var place] => await PollProgram.RunAsync(int.Parse(sources, CultureInfo.InvariantCulture), place, factor: 20),
    ["polls", var sources, var place, var factor] => await PollProgram.RunAsync(
        int.Parse(sources, CultureInfo.InvariantCulture), place, int.Parse(factor, CultureInfo.InvariantCulture)),
    ["polls-bot", var run] => await PollBot.RunAsync(PollRun.Parse(run)),
    ["discord"] => await DiscordProgram.RunAsync(runs: 3),
    ["discord", var runs] => await DiscordProgram.RunAsync(int.Parse(runs, CultureInfo.InvariantCulture)),
    ["discord-client", var api, var token] => await BenchClient.RunAsync(new Uri(api), token),
    _ => BenchmarkSwitcher.FromAssembly(typeof(LoadProgram).Assembly).Run(args).Any() ? 0 : 1,
};
