namespace DigestBot.Store;

/// <summary>A file that one process at a time can hold; the system lets go of it however that process ends.</summary>
/// <remarks>It stays when it is let go of: whoever had opened it just before it was removed would hold a file that nobody sees.</remarks>
internal static class LockFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="StoreException">Another process holds it and does not let go.</exception>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await WaitAsync(path, patience.Token, cancellationToken);
            }
        }
    }

    private static async Task WaitAsync(string path, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, TimeProvider.System, patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException($"Another process has held {path} for too long; end it and try again.");
        }
    }
}
