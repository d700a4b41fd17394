using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Speaks one chat platform. The only code that knows the platform's markup and limits.</summary>
/// <remarks>
/// Expected failures come back as a <see cref="DeliveryOutcome"/>; an exception is a bug or a cancelled call, and is taken
/// for an unconfirmed attempt. Implementations are safe to call concurrently.
/// </remarks>
internal interface IChatAdapter
{
    ChatPlatform Platform { get; }

    ChatLimits Limits { get; }

    /// <summary>Packs a digest into as few parts as the platform's limits allow; a sentence is never cut or left out.</summary>
    /// <returns>One body for each part, in the adapter's own form. Equal for equal arguments, whatever the channel.</returns>
    IReadOnlyList<string> Lay(DigestPost post, Reader reader);

    /// <summary>A sentence of the bot's own, such as a notice to managers, as one body.</summary>
    string Lay(string sentence, Reader reader);

    /// <summary>Sends one part; one attempt, no retry.</summary>
    Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken);

    /// <summary>Looks in the channel for a part that may have arrived, by its nonce. Called only where <see cref="ChatLimits.CanLookBack"/>.</summary>
    Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Whether digests of the space can be posted in the channel. Fine only for a channel of that very space.</summary>
    Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken);
}
