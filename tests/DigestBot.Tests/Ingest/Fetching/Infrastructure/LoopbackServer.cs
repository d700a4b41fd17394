using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>A server that speaks raw bytes, so that it can break every rule. One request per connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly Func<Stream, CancellationToken, Task> _serve;
    private readonly Task _accepting;
    private int _connections;

    private LoopbackServer(Func<LoopbackRequest, Stream, CancellationToken, Task> serve)
    {
        _serve = async (stream, cancel) => await serve(await ReadAsync(stream), stream, cancel);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    private LoopbackServer(byte[] greeting)
    {
        _serve = async (stream, cancel) => await stream.WriteAsync(greeting, cancel);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The form in which it can be allowed.</summary>
    public string Host => $"127.0.0.1:{Port}";

    public int Connections => Volatile.Read(ref _connections);

    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    /// <summary>Gives each request the answer made for it.</summary>
    public static LoopbackServer Answering(Func<LoopbackRequest, byte[]> answer) =>
        new(async (request, stream, cancel) => await stream.WriteAsync(answer(request), cancel));

    /// <summary>Gives every request the same answer.</summary>
    public static LoopbackServer Answering(byte[] answer) => Answering(_ => answer);

    /// <summary>Gives the first request the first answer and so on; the last one stays.</summary>
    public static LoopbackServer Answering(byte[] first, params byte[][] next)
    {
        byte[][] answers = [first, .. next];
        int count = -1;
        return Answering(_ => answers[Math.Min(Interlocked.Increment(ref count), answers.Length - 1)]);
    }

    /// <summary>Leaves everything after the request to <paramref name="serve"/>.</summary>
    public static LoopbackServer Serving(Func<LoopbackRequest, Stream, CancellationToken, Task> serve) => new(serve);

    /// <summary>Speaks first, reads nothing and hangs up.</summary>
    public static LoopbackServer Greeting(byte[] greeting) => new(greeting);

    public Uri Address(string path = "/") => new($"http://{Host}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _serve(client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The other side hung up, which is what many of these tests want it to do.
            }
        }
    }

    private async Task<LoopbackRequest> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append(Encoding.Latin1.GetString(one));
        }

        LoopbackRequest request = LoopbackRequest.Parse(head.ToString());
        _requests.Enqueue(request);
        return request;
    }
}
