using DigestBot.Chat;
using DigestBot.Ingest;

namespace DigestBot.Commands.Sources;

/// <summary>What managers do with addresses: look, follow, follow a whole list of them.</summary>
internal sealed class SourceChanges(SourceManager sources, SourceTester tester, AddressedOpml lists)
{
    public async Task<Reply> AddAsync(CommandCall call, string address, CancellationToken cancellationToken)
    {
        if (Refusal(call, address) is { } refused)
        {
            return refused;
        }

        SourceAdded added = await sources.AddAsync(call.Message.Space, address, name: null, Place(call), cancellationToken);
        return added switch
        {
            { Source: { } source } => new Reply.OfNewSource(SourceDisclosure.Of(source), added.Sample)
            {
                FoundAt = added.FoundAt is { } there ? FeedAddress.Shown(there) : null,
                Others = [.. added.Others.Select(FeedAddress.Shown)],
            },
            { Limit: { } limit } => new Reply.Refusal(call.Phrases.SourcesTooMany(limit)),
            _ => new Reply.Refusal(call.Phrases.SourceNotAdded(FeedAddress.Shown(address), FeedAddress.In(added.Problem ?? ""))),
        };
    }

    public async Task<Reply> TestAsync(CommandCall call, string address, CancellationToken cancellationToken)
    {
        if (Refusal(call, address) is { } refused)
        {
            return refused;
        }

        return await tester.TestAsync(address, cancellationToken) switch
        {
            { Kind: not null } test => new Reply.OfSourceTest(test),
            { Problems: [var problem, ..], Location: var where } => new Reply.Refusal(call.Phrases.IngestFailure(where, problem)),
            { Location: var where } => new Reply.Refusal(call.Phrases.SourceTestNothing(where)),
        };
    }

    public async Task<Reply> ImportAsync(CommandCall call, string address, CancellationToken cancellationToken)
    {
        bool isStarter = StarterLists.IsStarter(address);
        if (!isStarter && !SourceReader.IsAddress(address))
        {
            return new Reply.Refusal(call.Phrases.SourceAddressOnly);
        }

        OpmlImported imported = isStarter
            ? await sources.ImportStarterAsync(call.Message.Space, address, Place(call), cancellationToken)
            : await lists.ImportAsync(call.Message.Space, address, Place(call), cancellationToken);
        Phrases phrases = call.Phrases;
        return imported switch
        {
            { Added: 0, Known: 0, Failed: [var failure, ..] } =>
                new Reply.Refusal(phrases.IngestFailure(FeedAddress.Shown(failure.What), failure.Why)),
            { Limit: { } limit } => new Reply.Plain(
                $"{phrases.OpmlImported(imported.Added, imported.Known, imported.Failed.Count)} {phrases.SourcesTooMany(limit)}"),
            _ => new Reply.Plain(phrases.OpmlImported(imported.Added, imported.Known, imported.Failed.Count)),
        };
    }

    // There it is told when a source is given up.
    private static string? Place(CommandCall call) => ChannelRef.TryParse(call.Message.Channel, out ChannelRef? here) ? here.ToString() : null;

    // A path names a file of this machine, which is the operator's.
    private static Reply.Refusal? Refusal(CommandCall call, string address) =>
        call.Message.IsOperator || SourceReader.IsAddress(address) ? null : new Reply.Refusal(call.Phrases.SourceAddressOnly);
}
