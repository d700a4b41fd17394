namespace DigestBot.Ingest.Reading;

/// <summary>Tells a text file, in whatever encoding, from an image, an archive or a program.</summary>
internal static class BinaryContent
{
    private const int Window = 8192;
    private const int ControlsPerHundred = 2;

    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Window)];
        if (IsWide(head))
        {
            return false;
        }

        int controls = 0;
        foreach (byte value in head)
        {
            if (value == 0)
            {
                return true;
            }

            controls += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return controls * 100 > head.Length * ControlsPerHundred;
    }

    // UTF-16 and UTF-32 are full of NULs and still text.
    private static bool IsWide(ReadOnlySpan<byte> head) =>
        head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]
            or [(byte)'<', 0, ..] or [0, (byte)'<', ..] or [0, 0, 0, (byte)'<', ..];
}
