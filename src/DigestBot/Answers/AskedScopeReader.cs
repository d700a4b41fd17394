using DigestBot.Store;

namespace DigestBot.Answers;

/// <summary>Takes from a question where it wants to be looked for.</summary>
internal sealed class AskedScopeReader(OutletFinder outlets)
{
    public async Task<AskedScope> ReadAsync(Space space, string text, CancellationToken cancellationToken)
    {
        if (NarrowingReader.Read(text) is not { } narrowing)
        {
            return new(text, null, null, null);
        }

        if (narrowing.Outlet is not { } name)
        {
            return new(narrowing.Rest, narrowing.Language, null, null);
        }

        // "Who voted only in Rome?" asks about Rome, unless a source is called so.
        // "From the Courier" alone can hardly mean anything else, and is not refused where there is none.
        bool isLoose = narrowing.IsOnly || narrowing is { IsFrom: true, Rest.Length: 0 };
        Outlet? outlet = await outlets.FindAsync(space, name, isLoose, cancellationToken);
        bool isMeant = outlet is not null || (narrowing.IsOnly && narrowing.Rest.Length == 0);
        AskedScope asked = isMeant
            ? new(narrowing.Rest, narrowing.Language, name, outlet)
            : new(narrowing.Whole, narrowing.Language, null, null);
        return outlet is null && (asked.IsUnknown || narrowing.IsOnlyFrom)
            ? asked with { Unknown = await outlets.UnknownAsync(space, name, cancellationToken) }
            : asked;
    }
}
