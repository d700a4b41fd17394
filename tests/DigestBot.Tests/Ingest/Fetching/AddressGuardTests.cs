using System.Net;
using CsCheck;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0", "this network")]
    [InlineData("0.255.255.255", "this network")]
    [InlineData("10.0.0.1", "private network")]
    [InlineData("100.64.0.1", "carrier-grade NAT")]
    [InlineData("100.127.255.255", "carrier-grade NAT")]
    [InlineData("100.100.100.200", "cloud metadata")]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.254", "loopback")]
    [InlineData("168.63.129.16", "cloud metadata")]
    [InlineData("169.254.1.1", "link-local")]
    [InlineData("169.254.169.254", "cloud metadata")]
    [InlineData("172.16.0.1", "private network")]
    [InlineData("172.31.255.255", "private network")]
    [InlineData("192.0.0.192", "protocol assignments")]
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("192.88.99.1", "6to4 relay")]
    [InlineData("192.168.1.1", "private network")]
    [InlineData("198.18.0.1", "benchmarking")]
    [InlineData("198.19.255.255", "benchmarking")]
    [InlineData("198.51.100.7", "documentation")]
    [InlineData("203.0.113.7", "documentation")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("239.255.255.255", "multicast")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("::", "unspecified")]
    [InlineData("::1", "loopback")]
    [InlineData("::7f00:1", "IPv4-compatible")]
    [InlineData("::ffff:127.0.0.1", "IPv4-mapped")]
    [InlineData("::ffff:93.184.216.34", "IPv4-mapped")]
    [InlineData("::ffff:0:7f00:1", "IPv4-translated")]
    [InlineData("64:ff9b::7f00:1", "NAT64")]
    [InlineData("64:ff9b::8.8.8.8", "NAT64")]
    [InlineData("64:ff9b:1::a00:1", "NAT64")]
    [InlineData("100::1", "discard")]
    [InlineData("100:0:0:1::1", "dummy prefix")]
    [InlineData("2001::1", "Teredo")]
    [InlineData("2001:10::1", "ORCHID")]
    [InlineData("2001:20::1", "ORCHID")]
    [InlineData("2001:1ff::1", "protocol assignments")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("3fff:fff::1", "documentation")]
    [InlineData("2002:7f00:1::", "6to4")]
    [InlineData("5f00::1", "segment routing")]
    [InlineData("fc00::1", "private network")]
    [InlineData("fd00:ec2::254", "cloud metadata")]
    [InlineData("fd20:ce::254", "cloud metadata")]
    [InlineData("fd12:3456::1", "private network")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%3", "link-local")]
    [InlineData("febf::1", "link-local")]
    [InlineData("fec0::1", "site-local")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("4000::1", "not assigned")]
    [InlineData("2a00:1450:4001:800:0:5efe:10.0.0.1", "ISATAP, private network")]
    [InlineData("2a00:1450:4001:800:200:5efe:127.0.0.1", "ISATAP, loopback")]
    public void An_address_that_is_not_public_is_refused_by_name(string address, string rule) =>
        Assert.Equal(rule, AddressGuard.RuleAgainst(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0/8")]
    [InlineData("10.0.0.0/8")]
    [InlineData("100.64.0.0/10")]
    [InlineData("127.0.0.0/8")]
    [InlineData("169.254.0.0/16")]
    [InlineData("172.16.0.0/12")]
    [InlineData("192.0.0.0/24")]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.88.99.0/24")]
    [InlineData("192.168.0.0/16")]
    [InlineData("198.18.0.0/15")]
    [InlineData("198.51.100.0/24")]
    [InlineData("203.0.113.0/24")]
    [InlineData("224.0.0.0/4")]
    [InlineData("240.0.0.0/4")]
    [InlineData("::/96")]
    [InlineData("64:ff9b::/96")]
    [InlineData("64:ff9b:1::/48")]
    [InlineData("100::/64")]
    [InlineData("2001::/23")]
    [InlineData("2001:db8::/32")]
    [InlineData("2002::/16")]
    [InlineData("3fff::/20")]
    [InlineData("5f00::/16")]
    [InlineData("fc00::/7")]
    [InlineData("fe80::/10")]
    [InlineData("fec0::/10")]
    [InlineData("ff00::/8")]
    public void Of_a_special_range_the_first_address_the_last_and_all_between_are_refused(string range)
    {
        var network = IPNetwork.Parse(range);
        byte[] first = network.BaseAddress.GetAddressBytes();
        Gen.Byte.Array[first.Length].Sample(any =>
        {
            byte[] address = [.. first.Select((b, i) => (byte)(b | (any[i] & Free(network.PrefixLength, i))))];
            return AddressGuard.RuleAgainst(new IPAddress(address)) is not null;
        });
        byte[] last = [.. first.Select((b, i) => (byte)(b | Free(network.PrefixLength, i)))];
        Assert.NotNull(AddressGuard.RuleAgainst(network.BaseAddress));
        Assert.NotNull(AddressGuard.RuleAgainst(new IPAddress(last)));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("93.184.216.34")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:800:0:5efe:8.8.8.8")]
    public void A_public_address_is_permitted(string address) =>
        Assert.Null(AddressGuard.RuleAgainst(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("2130706433")]
    [InlineData("127。0。0。1")]
    [InlineData("１２７.0.0.1")]
    [InlineData("ⓛocalhost")]
    [InlineData("0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("169.254.169.254")]
    public async Task A_host_in_any_notation_of_a_private_address_is_refused(string host)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        await using var fetcher = new TestFetcher();

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri($"http://{host}:{server.Port}/"));

        string reason = Assert.IsType<FetchOutcome.Refused>(outcome).Reason;
        Assert.Contains("is not on the public internet", reason, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void An_IPv4_address_is_refused_in_every_form_that_IPv6_has_for_it() =>
        Gen.UInt.Sample(bits =>
        {
            byte[] v4 = BitConverter.GetBytes(bits);
            byte[][] forms =
            [
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, .. v4],
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. v4],
                [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. v4],
                [0x20, 0x02, .. v4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
                [0x20, 0x01, 0, 0, .. v4, 0, 0, 0, 0, 0, 0, 0, 0],
            ];
            return forms.All(form => AddressGuard.RuleAgainst(new IPAddress(form)) is not null);
        });

    // The bits of a byte that a range leaves open.
    private static int Free(int prefix, int index) => 0xff >> Math.Clamp(prefix - (index * 8), 0, 8);
}
