using DigestBot.Adapters;
using Spectre.Console;

namespace DigestBot.Cli;

/// <summary>A progress bar on standard error where that is a screen; silent in a pipe.</summary>
internal static class TerminalProgress
{
    public static async Task<T> RunAsync<T>(
        ITerminal terminal, string title, Func<IProgress<(long Done, long? Total)>, Task<T>> work)
    {
        if (!terminal.ErrorIsInteractive)
        {
            return await work(new Silent());
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        console.Profile.Width = terminal.Width;
        return await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title)))));
    }

    private sealed class Silent : IProgress<(long Done, long? Total)>
    {
        public void Report((long Done, long? Total) value)
        {
        }
    }

    /// <summary>Reports at once, in order; the library's Progress class would report later, from other threads.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<(long Done, long? Total)>
    {
        public void Report((long Done, long? Total) value)
        {
            task.IsIndeterminate = value.Total is null;
            task.MaxValue = Math.Max(value.Total ?? value.Done + 1, 1);
            task.Value = value.Done;
        }
    }
}
