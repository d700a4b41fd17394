namespace DigestBot.Store;

/// <summary>A space whose content is to be erased.</summary>
/// <param name="Space">Which.</param>
/// <param name="Until">What it had until then is erased; what came later stays.</param>
internal sealed record SpaceErasure(Space Space, DateTimeOffset Until);
