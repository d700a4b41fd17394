using System.IO.Compression;
using System.Text;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>Answers of web servers, byte for byte.</summary>
internal static class Reply
{
    public static byte[] Ok(string body = "<rss/>", params string[] headers) => Ok(Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Ok(byte[] body, params string[] headers) => Status("200 OK", body, headers);

    public static byte[] Status(string status, params string[] headers) => Status(status, [], headers);

    public static byte[] Redirect(string location, string status = "302 Found") => Status(status, $"Location: {location}");

    public static byte[] Head(string status, params string[] headers) => Encoding.Latin1.GetBytes(
        string.Concat($"HTTP/1.1 {status}\r\n", string.Concat(headers.Select(header => header + "\r\n")), "\r\n"));

    public static byte[] Gzip(byte[] bytes) => Pack(bytes, packed => new GZipStream(packed, CompressionLevel.Fastest));

    public static byte[] Zlib(byte[] bytes) => Pack(bytes, packed => new ZLibStream(packed, CompressionLevel.Fastest));

    public static byte[] Deflate(byte[] bytes) => Pack(bytes, packed => new DeflateStream(packed, CompressionLevel.Fastest));

    public static byte[] Brotli(byte[] bytes) => Pack(bytes, packed => new BrotliStream(packed, CompressionLevel.Fastest));

    private static byte[] Status(string status, byte[] body, string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}", "Connection: close"]), .. body];

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> open)
    {
        var packed = new MemoryStream();
        using (Stream stream = open(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
