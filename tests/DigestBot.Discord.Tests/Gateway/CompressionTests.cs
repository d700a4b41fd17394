using System.Text;
using CsCheck;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>The connection as one zlib stream.</summary>
public sealed class CompressionTests
{
    private static readonly DiscordSocketConfig Compressed = new() { UseCompression = true };

    [Fact]
    public void A_compressed_connection_works_like_another_and_is_resumed_compressed() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket first = await bot.Gateway.NextReadyAsync(1);
            first.Message(2, "one");
            first.Message(3, "two");
            await bot.PassAsync(100);
            first.Break();
            ScriptedSocket second = await bot.Gateway.NextAsync();
            second.Hello();
            await second.FrameAsync(6);
            second.Message(4, "three");
            await bot.UntilAsync(() => bot.Events.Contains("three"), "the third message");

            Assert.Equal(new Uri("wss://resume.example/?v=10&encoding=json&compress=zlib-stream"), second.Address);
            Assert.Equal(["one", "two", "three"], bot.Events.Skip(2));
            Assert.Contains(first.Received, frame => frame.Op == 1);
        },
        Compressed);

    [Fact]
    public void Messages_are_the_same_however_the_stream_is_cut() =>
        Gen.Select(Gen.String[0, 3000].Array[1, 6], Gen.Int[1, 400].Array[1, 5]).Sample((texts, cuts) => Simulation.Run(async simulation =>
        {
            ScriptedSocket socket = await ConnectAsync(simulation);
            using var inflater = new ZlibInflater();
            using var reader = new FrameReader(socket, 100_000, inflater);
            int cut = 0;
            foreach (string text in texts)
            {
                byte[] bytes = socket.Deflate(Encoding.UTF8.GetBytes(text + "."));
                for (int start = 0; start < bytes.Length;)
                {
                    int end = Math.Min(bytes.Length, start + cuts[cut++ % cuts.Length]);
                    socket.Send(bytes[start..end], end: cut % 2 == 0 || end == bytes.Length);
                    start = end;
                }
            }

            foreach (string text in texts)
            {
                ReadOnlyMemory<byte>? message = await reader.ReadAsync(CancellationToken.None);
                Assert.Equal(Encoding.UTF8.GetBytes(text + "."), message!.Value.ToArray());
            }
        }));

    [Fact]
    public void A_message_that_inflates_without_end_ends_the_connection() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket first = await bot.Gateway.NextReadyAsync();
            first.Send(new string(' ', 50_000_000));

            ScriptedSocket second = await bot.Gateway.NextAsync();
            second.Hello();
            await second.FrameAsync(6);

            Assert.IsType<InvalidDataException>(bot.Ends[0].InnerException);
        },
        Compressed);

    [Fact]
    public void A_broken_stream_ends_the_connection_and_not_the_client() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket first = await bot.Gateway.NextReadyAsync();
            first.Send([0x55, 0xAA, 0x55, 0xAA, 0x17, 0x00, 0x00, 0xFF, 0xFF], end: true);

            ScriptedSocket second = await bot.Gateway.NextAsync();
            second.Hello();
            await second.FrameAsync(6);
        },
        Compressed);

    private static async Task<ScriptedSocket> ConnectAsync(Simulation simulation)
    {
        var socket = (ScriptedSocket)new ScriptedGateway(simulation.Clock).Open();
        await socket.ConnectAsync(new Uri("wss://gateway.example/?compress=zlib-stream"), CancellationToken.None);
        return socket;
    }
}
