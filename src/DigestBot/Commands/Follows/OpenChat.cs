using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Follows;

/// <summary>A conversation with one person, and the space of their own that it is in.</summary>
internal sealed record OpenChat(Space Home, DirectChat Direct);
