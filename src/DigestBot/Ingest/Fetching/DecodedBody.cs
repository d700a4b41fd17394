namespace DigestBot.Ingest.Fetching;

/// <summary>How undoing a compression ended.</summary>
internal enum DecodeState
{
    Whole,
    TooLarge,
    Truncated,
    Damaged,
    UnknownEncoding,
}

/// <summary>A body without its compression.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Bytes">The bytes when whole; otherwise empty.</param>
internal readonly record struct DecodedBody(DecodeState State, byte[] Bytes)
{
    public static DecodedBody Whole(byte[] bytes) => new(DecodeState.Whole, bytes);

    public static DecodedBody Not(DecodeState state) => new(state, []);
}
