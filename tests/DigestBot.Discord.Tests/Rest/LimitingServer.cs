using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>Enforces a limit for each path by its own count, and tells it in its headers.</summary>
internal sealed class LimitingServer(TimeProvider clock, int limit, TimeSpan window)
{
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = [];
    private readonly Lock _gate = new();

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public Task<HttpResponseMessage> AnswerAsync(SeenRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            (DateTimeOffset ends, int used) = _windows.GetValueOrDefault(request.Path);
            if (now >= ends)
            {
                (ends, used) = (now + window, 0);
            }

            bool accepted = used < limit;
            _windows[request.Path] = (ends, accepted ? used + 1 : used);
            double resetAfter = (ends - now).TotalSeconds;
            if (accepted)
            {
                Accepted++;
                return Task.FromResult(Answers.Ok(bucket: "messages", limit: limit, remaining: limit - used - 1, resetAfter: resetAfter));
            }

            Refused++;
            return Task.FromResult(Answers.Limited(resetAfter, bucket: "messages"));
        }
    }
}
