namespace DigestBot.Ingest.Fetching;

/// <summary>Carries a refusal out of the connection callback, the only way that it leaves open.</summary>
internal sealed class AddressRefusedException(string reason) : Exception(reason);
