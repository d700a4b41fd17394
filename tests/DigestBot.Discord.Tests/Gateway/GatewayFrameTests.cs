using System.Text;
using CsCheck;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Reading frames: the envelope is read, and nothing that comes can do harm.</summary>
public sealed class GatewayFrameTests
{
    [Theory]
    [InlineData("""{"t":"READY","s":1,"op":0,"d":{"v":10}}""", 0, "READY", 1L, """{"v":10}""")]
    [InlineData("""{"d":{"a":[1,{"d":2}]},"op":0,"s":7,"t":"X"}""", 0, "X", 7L, """{"a":[1,{"d":2}]}""")]
    [InlineData("""{"op":11}""", 11, null, null, "null")]
    [InlineData("""{"op":9,"d":false}""", 9, null, null, "false")]
    [InlineData(""" { "op" : 1 , "d" : null , "new" : [ {} ] } """, 1, null, null, "null")]
    public void A_frame_is_read_whatever_the_order_of_its_fields(string text, int op, string? type, long? sequence, string data)
    {
        Assert.True(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(text), out GatewayFrame? frame));

        Assert.Equal((op, type, sequence), (frame.Value.Op, frame.Value.Type, frame.Value.Sequence));
        Assert.Equal(data, Encoding.UTF8.GetString(frame.Value.Data.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":0,"s":"1"}""")]
    [InlineData("""{"op":0,"t":1}""")]
    [InlineData("""{"op":0}{"op":0}""")]
    [InlineData("""{"op":0,"d":{"a":}""")]
    [InlineData("""{"op":99999999999999999999}""")]
    public void What_is_no_frame_is_not_taken_for_one(string text) =>
        Assert.False(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Nesting_without_end_is_no_frame() =>
        Assert.False(GatewayFrame.TryParse(Encoding.UTF8.GetBytes("""{"op":0,"d":""" + new string('[', 100_000)), out _));

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 200],
                Gen.Select(Gen.Int[0, 44], Gen.Byte, (at, value) =>
                {
                    byte[] bytes = """{"t":"READY","s":1,"op":0,"d":{"v":10,"a":[]}}"""u8.ToArray();
                    bytes[at] = value;
                    return bytes;
                }))
            .Sample(bytes =>
            {
                bool taken = GatewayFrame.TryParse(bytes, out GatewayFrame? frame);
                return taken == frame.HasValue;
            });

    [Fact]
    public void A_message_comes_whole_whatever_its_pieces() => Simulation.Run(async simulation =>
    {
        var socket = (ScriptedSocket)new ScriptedGateway(simulation.Clock).Open();
        using var reader = new FrameReader(socket, 3_000_000, inflater: null);
        byte[] large = new byte[2_500_000];
        new Random(5).NextBytes(large);
        socket.Send(large[..1], end: false);
        socket.Send(large[1..2_000_000], end: false);
        socket.Send(large[2_000_000..]);
        socket.Send("small");

        ReadOnlyMemory<byte>? first = await reader.ReadAsync(CancellationToken.None);
        Assert.True(first!.Value.Span.SequenceEqual(large));
        ReadOnlyMemory<byte>? second = await reader.ReadAsync(CancellationToken.None);
        Assert.Equal("small"u8.ToArray(), second!.Value.ToArray());
    });

    [Fact]
    public void A_message_that_is_too_large_ends_the_connection_and_not_the_client() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket first = await bot.Gateway.NextReadyAsync();
            first.Message(2, new string('x', 200_000));

            ScriptedSocket second = await bot.Gateway.NextAsync();
            second.Hello();
            await second.FrameAsync(6);

            Assert.IsType<InvalidDataException>(bot.Ends[0].InnerException);
        },
        new DiscordSocketConfig { MaxFrameBytes = 100_000 });
}
