using System.Text;
using CsCheck;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Documents with random damage: whatever comes, a reader answers.</summary>
public sealed class MutationTests
{
    private const int Runs = 1000;

    private static readonly string[] Documents =
    [
        """<?xml version="1.0" encoding="windows-1251"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>T&amp;&#8230;</title><item><title><![CDATA[x]]></title><link>https://n.example/</link><pubDate>Tue, 03 Mar 2026 09:39:21 GMT</pubDate></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry><id>1</id><link rel='alternate' href="b"/><content type="xhtml"><div><p>x</p></div></content><updated>2026-03-03T09:39:21Z</updated></entry></feed>""",
        """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>x\ud83d\ude00</p>","date_published":"2026-03-03","authors":[{"name":"A"}]}]}""",
        """<!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>x - y</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script></head><body><article><p>Some words, many words.</p><table><tr><td>x</table></article></body></html>""",
        """<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://n.example/f"/></outline></body></opml>""",
    ];

    private static readonly Gen<byte[]> Damaged =
        from document in Gen.Int[0, Documents.Length - 1]
        from edits in Gen.Select(Gen.Int[0, 400], Gen.Byte, Gen.Int[0, 3]).Array[0, 12]
        select Damage(Encoding.UTF8.GetBytes(Documents[document]), edits);

    [Fact]
    public void No_damage_makes_a_reader_throw() => Damaged.Sample(
        bytes =>
        {
            FeedReader.Read(bytes, contentType: null, address: null);
            Opml.Read(bytes);
            WebPageReader.Read(Encodings.Decode(bytes, contentType: null).Text, new Uri("https://n.example/"));
        },
        iter: Runs);

    [Fact]
    public void Only_web_links_and_legal_characters_survive_any_damage() => Damaged.Sample(
        bytes => FeedReader.Read(bytes, contentType: null, address: null).Items.All(item =>
            (item.Link is null || WebAddress.IsWeb(item.Link)) && (item.Title is null || !item.Title.Contains('\0', StringComparison.Ordinal))),
        iter: Runs);

    private static byte[] Damage(byte[] bytes, (int Place, byte Value, int Kind)[] edits)
    {
        var damaged = new List<byte>(bytes);
        foreach ((int place, byte value, int kind) in edits)
        {
            int at = place % (damaged.Count + 1);
            if (kind == 0)
            {
                damaged.Insert(at, value);
            }
            else if (kind == 1 && damaged.Count > 0)
            {
                damaged.RemoveRange(Math.Min(at, damaged.Count - 1), Math.Min(value % 8, damaged.Count - Math.Min(at, damaged.Count - 1)));
            }
            else if (kind == 2 && at < damaged.Count)
            {
                damaged[at] = value;
            }
            else
            {
                damaged.InsertRange(at, damaged.Take(value).ToArray());
            }
        }

        return [.. damaged];
    }
}
