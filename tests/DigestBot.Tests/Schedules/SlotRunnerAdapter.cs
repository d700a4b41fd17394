using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Tests.Schedules;

/// <summary>A platform that lays a digest out as one part for each story, and sends nothing.</summary>
internal sealed class SlotRunnerAdapter : IChatAdapter
{
    private int _layouts;

    public ChatPlatform Platform => ChatPlatform.Discord;

    public ChatLimits Limits { get; } = new(50, TimeSpan.Zero, TimeSpan.Zero, CanLookBack: false);

    /// <summary>How often something was laid out.</summary>
    public int Layouts => _layouts;

    /// <summary>What happens while a digest is being laid out: after its slots were taken, before anything is written.</summary>
    public Action<DigestPost, Reader> Meanwhile { get; set; } = (_, _) => { };

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader)
    {
        Interlocked.Increment(ref _layouts);
        Meanwhile(post, reader);
        string head = post.Late ? "late" : "on time";
        return post.Digest.Stories.Count == 0
            ? [$"{head}: nothing new"]
            : [.. post.Digest.Stories.Select(story => string.Join('\n', story.Quotes.Select(quote => quote.Text).Prepend($"{head}: {story.Title}")))];
    }

    public string Lay(string sentence, Reader reader) => sentence;

    public Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is sent while slots are composed.");

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is looked for while slots are composed.");

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Preflight>(new Preflight.Fine());
}
