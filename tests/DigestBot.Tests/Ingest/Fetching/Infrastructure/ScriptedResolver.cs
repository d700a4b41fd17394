using System.Net;
using DigestBot.Ingest.Fetching;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>A name server that gives a new answer each time; the last one stays.</summary>
internal sealed class ScriptedResolver(params string[][] answers) : IHostResolver
{
    private int _count = -1;

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        string[] answer = answers[Math.Min(Interlocked.Increment(ref _count), answers.Length - 1)];
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Select(IPAddress.Parse)]);
    }
}
