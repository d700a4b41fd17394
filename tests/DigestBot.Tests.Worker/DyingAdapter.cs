using System.Diagnostics;
using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Tests.Worker;

/// <summary>Kills this process with SIGKILL at one point of what an adapter is asked for.</summary>
internal sealed class DyingAdapter(IChatAdapter adapter, DeathPoint point) : IChatAdapter
{
    public ChatPlatform Platform => adapter.Platform;

    public ChatLimits Limits => adapter.Limits;

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader)
    {
        DieAt(DeathPoint.AfterClaim);
        return adapter.Lay(post, reader);
    }

    public string Lay(string sentence, Reader reader) => adapter.Lay(sentence, reader);

    public async Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        DieAt(DeathPoint.BeforeSend);
        DeliveryOutcome outcome = await adapter.SendAsync(part, cancellationToken);
        DieAt(DeathPoint.AfterSend);
        return outcome;
    }

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken) =>
        adapter.FindAsync(part, since, cancellationToken);

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        adapter.PreflightAsync(request, cancellationToken);

    private void DieAt(DeathPoint here)
    {
        if (here == point)
        {
            using Process self = Process.GetCurrentProcess();
            self.Kill(); // SIGKILL: no handler runs, nothing is flushed
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
