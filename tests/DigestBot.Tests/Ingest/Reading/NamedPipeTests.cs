using System.Diagnostics;
using DigestBot.Ingest;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>What is no file keeps nobody waiting.</summary>
public sealed class NamedPipeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-pipe-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_empty_and_the_next_file_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes among files.");
        string pipe = Path.Combine(_folder, "a.txt");
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(Cancel);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "b.txt"), "Dam breaks\n\nIt broke at dawn.", Cancel);

        List<ReadResult> results = await Task.Run(async () => await ArticleFiles.ReadAsync(_folder, Cancel).ToListAsync(Cancel), Cancel)
            .WaitAsync(TimeSpan.FromMinutes(2), Cancel);

        Assert.Equal(new IngestFailure(pipe, "There is no text in it."), results[0].Failure);
        Assert.Equal("Dam breaks", results[1].Article?.Title);
    }
}
