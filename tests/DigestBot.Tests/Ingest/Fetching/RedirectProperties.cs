using CsCheck;
using DigestBot.Ingest.Fetching;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class RedirectProperties
{
    private static readonly Uri Current = new("https://me:secret@news.example/feed?token=1");

    private static readonly HostAllowList NoHosts = new(Options.Create(new FetchOptions()));

    private static readonly string[] Pieces =
    [
        "http:", "https:", "file:", "//", "/", "\\", "@", ":", "#", "?", "[", "]", "%", "..", "::1", "127.1",
        "news.example", "\0", "me:secret@", "\u202e", " ",
    ];

    // What matters to the parsing of addresses, in any order, mixed with any text.
    private static readonly Gen<string> Location =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String[0, 8]).Array[0, 8].Select(string.Concat);

    [Fact]
    public void No_location_leads_away_from_the_web_or_takes_credentials_along() =>
        Location.Sample(location =>
        {
            Redirect redirect = Redirect.From(Current, 302, location, new HashSet<Uri> { Current }, 5);
            return redirect.Target is not { } target
                ? redirect.End is not null
                : target.Scheme is "http" or "https"
                    && (target.UserInfo.Length == 0 || (target.Scheme == "https" && target.IdnHost == "news.example"));
        });

    [Fact]
    public void A_location_that_the_framework_cannot_read_is_one_clear_failure() =>
        Assert.IsType<FetchOutcome.Failed>(
            Redirect.From(Current, 302, "file://\u202e/o:", new HashSet<Uri>(), 5).End?.Outcome);

    [Fact]
    public void No_location_makes_the_rules_throw() =>
        Location.Sample(location =>
        {
            if (Redirect.From(Current, 302, location, new HashSet<Uri>(), 5).Target is { } target)
            {
                _ = AddressRules.Refusal(target, NoHosts);
                _ = target.AbsoluteUri + target.PathAndQuery + target.Authority;
            }
        }, iter: 20_000);

    [Fact]
    public void No_location_brings_anything_but_plain_characters_into_a_reason() =>
        Location.Sample(
            location => Redirect.From(Current, 302, location, new HashSet<Uri>(), 5).Target is not { } target
                || FetchReasons.Site(target).All(character => character is > ' ' and < '\u007f'),
            iter: 20_000);
}
