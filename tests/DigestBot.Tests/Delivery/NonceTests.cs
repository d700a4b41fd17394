using CsCheck;
using DigestBot.Delivery;

namespace DigestBot.Tests.Delivery;

public sealed class NonceTests
{
    [Fact]
    public void It_is_20_small_letters_and_digits_whatever_the_key() => Gen.String.Sample(key =>
        Nonce.Of(key) is { Length: 20 } nonce && nonce.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));

    // Written down, because a release that changed it would post twice what the one before may have sent.
    [Fact]
    public void It_is_the_same_on_every_node_and_in_every_release() =>
        Assert.Equal("ubn7p3owx3iqsvbdd5yx", Nonce.Of("17/2026-11-23/0/1"));

    [Fact]
    public void Different_parts_have_different_names() => Assert.Equal(
        10_000,
        Enumerable.Range(1, 100).SelectMany(schedule => Enumerable.Range(1, 100).Select(part => Nonce.Of($"{schedule}/2026-11-23/0/{part}")))
            .Distinct().Count());
}
