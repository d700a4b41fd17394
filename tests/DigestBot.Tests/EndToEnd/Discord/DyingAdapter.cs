using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>An adapter of a bot that dies in the middle of sending.</summary>
internal sealed class DyingAdapter(IChatAdapter adapter, SendDeath death) : IChatAdapter
{
    public ChatPlatform Platform => adapter.Platform;

    public ChatLimits Limits => adapter.Limits;

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader) => adapter.Lay(post, reader);

    public string Lay(string sentence, Reader reader) => adapter.Lay(sentence, reader);

    public async Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        bool dies = part.Part == death.Part;
        if (dies && !death.Accepted)
        {
            await death.ComeAsync();
        }

        DeliveryOutcome outcome = await adapter.SendAsync(part, cancellationToken);
        if (dies)
        {
            await death.ComeAsync();
        }

        return outcome;
    }

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken) =>
        adapter.FindAsync(part, since, cancellationToken);

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        adapter.PreflightAsync(request, cancellationToken);
}
