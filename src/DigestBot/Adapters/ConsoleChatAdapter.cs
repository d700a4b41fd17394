using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store;

namespace DigestBot.Adapters;

/// <summary>Posts to the terminal: a digest whole, in one part, on standard output.</summary>
internal sealed class ConsoleChatAdapter(ITerminal terminal) : IChatAdapter
{
    private readonly TerminalPrinter _printer = new(terminal);
    private readonly Lock _page = new();

    public ChatPlatform Platform => ChatPlatform.Console;

    // Nobody limits a terminal; what was printed cannot be looked up.
    public ChatLimits Limits { get; } = new(PerSecond: 100, BetweenParts: TimeSpan.Zero, NonceWindow: TimeSpan.Zero, CanLookBack: false);

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader) =>
        [ConsoleBody.Write([.. TextLayout.Lay(post, reader), TextLine.Empty], reader.Phrases)];

    public string Lay(string sentence, Reader reader) =>
        ConsoleBody.Write([TextLine.Of(sentence, TextRole.Warning), TextLine.Empty], reader.Phrases);

    public Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        ConsoleBody body = ConsoleBody.Read(part.Body);

        // Two channels of one terminal must not mix their lines.
        lock (_page)
        {
            body.PrintTo(_printer);
            terminal.Out.Flush();
        }

        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(part.Nonce));
    }

    public Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<Lookup>(new Lookup.NotKnown("A terminal does not remember what was printed"));

    // Only whoever sits at the terminal prints there.
    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Preflight>(request.SpaceKey is null or Space.LocalKey ? new Preflight.Fine() : new Preflight.NotInSpace());
}
