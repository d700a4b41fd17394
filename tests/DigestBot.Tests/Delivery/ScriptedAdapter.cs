using System.Collections.Concurrent;
using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Tests.Delivery;

/// <summary>A platform in this process that answers as the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedAdapter(ChatPlatform platform, ChatLimits limits) : IChatAdapter
{
    private readonly ConcurrentQueue<OutgoingPart> _sent = new();
    private readonly ConcurrentQueue<OutgoingPart> _looked = new();

    public ChatPlatform Platform => platform;

    public ChatLimits Limits => limits;

    /// <summary>What is answered to a part; everything arrives until somebody says otherwise.</summary>
    public Func<OutgoingPart, CancellationToken, Task<DeliveryOutcome>> Answer { get; set; } =
        (part, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(part.Nonce));

    /// <summary>What a look finds.</summary>
    public Func<OutgoingPart, Task<Lookup>> Finds { get; set; } = _ => Task.FromResult<Lookup>(new Lookup.Missing());

    /// <summary>What is answered before something is posted; everything is fine until somebody says otherwise.</summary>
    public Func<PreflightRequest, Preflight> Checks { get; set; } = _ => new Preflight.Fine();

    /// <summary>Requests to send, in order.</summary>
    public IReadOnlyList<OutgoingPart> Sent => [.. _sent];

    /// <summary>Requests to look, in order.</summary>
    public IReadOnlyList<OutgoingPart> Looked => [.. _looked];

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader) => [post.Digest.Id];

    public string Lay(string sentence, Reader reader) => sentence;

    public Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        _sent.Enqueue(part);
        return Answer(part, cancellationToken);
    }

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken)
    {
        _looked.Enqueue(part);
        return Finds(part);
    }

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) => Task.FromResult(Checks(request));
}
