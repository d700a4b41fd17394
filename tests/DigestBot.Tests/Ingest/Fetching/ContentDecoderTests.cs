using CsCheck;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class ContentDecoderTests
{
    private const int NoLimit = int.MaxValue;

    private static readonly (string Encoding, Func<byte[], byte[]> Pack)[] Encodings =
    [
        ("gzip", Reply.Gzip),
        ("X-Gzip", Reply.Gzip),
        ("deflate", Reply.Zlib),
        ("br", Reply.Brotli),
    ];

    private static readonly string[] Names = ["gzip", "deflate", "br", "identity", "", "x"];

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(Gen.Byte.Array[0, 3000], Gen.Byte[65, 70].Array[0, 3000]);

    [Fact]
    public void Every_encoding_gives_back_what_was_packed() =>
        Bytes.Sample(bytes => Encodings.Append(("deflate", Reply.Deflate)).All(encoding =>
        {
            DecodedBody body = ContentDecoder.Decode(encoding.Pack(bytes), encoding.Encoding, NoLimit);
            return body.State == DecodeState.Whole && body.Bytes.AsSpan().SequenceEqual(bytes);
        }));

    [Fact]
    public void A_body_cut_anywhere_is_never_taken_for_whole() =>
        Gen.Select(Bytes.Where(bytes => bytes.Length > 0), Gen.Double[0, 1]).Sample((bytes, where) => Encodings.All(encoding =>
        {
            byte[] packed = encoding.Pack(bytes);
            byte[] cut = packed[..Math.Max(1, (int)(packed.Length * where))];
            return cut.Length == packed.Length
                || ContentDecoder.Decode(cut, encoding.Encoding, NoLimit).State is DecodeState.Truncated or DecodeState.Damaged;
        }));

    [Fact]
    public void Any_bytes_are_decoded_or_refused_but_never_throw() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, Names.Length - 1].Select(i => Names[i]))
            .Sample((bytes, encoding) => ContentDecoder.Decode(bytes, encoding, 1000).Bytes.Length <= 1000);

    [Fact]
    public void A_body_that_needs_a_dictionary_is_damaged() =>
        Assert.Equal(DecodeState.Damaged, ContentDecoder.Decode([0x78, 0x20, 0, 0, 0, 1, 0, 0], "deflate", NoLimit).State);

    [Fact]
    public void The_limit_is_met_to_the_byte()
    {
        byte[] bytes = new byte[100_000];
        Assert.All(Encodings, encoding =>
        {
            byte[] packed = encoding.Pack(bytes);
            Assert.Equal(DecodeState.Whole, ContentDecoder.Decode(packed, encoding.Encoding, 100_000).State);
            Assert.Equal(DecodeState.TooLarge, ContentDecoder.Decode(packed, encoding.Encoding, 99_999).State);
        });
    }
}
