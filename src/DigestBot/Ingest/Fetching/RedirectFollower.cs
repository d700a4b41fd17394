using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>One attempt: asks an address and follows its redirects, each checked like the first.</summary>
internal sealed class RedirectFollower(
    GuardedTransport transport,
    ResponseReader reader,
    HostRests rests,
    HostAllowList allowed,
    IOptions<FetchOptions> options)
{
    public async Task<FetchAttempt> AttemptAsync(FetchRequest request, HostTurn turn, CancellationToken cancellationToken)
    {
        Uri address = request.Address;
        var visited = new HashSet<Uri>();
        var hops = new List<Hop>();
        bool allPermanent = true;
        while (true)
        {
            if (AddressRules.Refusal(address, allowed) is { } refusal)
            {
                return FetchAttempt.Refused(refusal);
            }

            if (rests.Left(address) is { } left)
            {
                return new FetchAttempt(new FetchOutcome.Failed(FetchReasons.Resting(address), left) { IsResting = true });
            }

            visited.Add(address);
            await turn.AskAsync(address, cancellationToken);
            try
            {
                using HttpRequestMessage message = request.ToMessage(address, options.Value.UserAgent);
                using HttpResponseMessage response = await transport.SendAsync(message, cancellationToken);
                if (!Redirect.Is(response.StatusCode))
                {
                    bool moved = visited.Count > 1 && allPermanent;
                    FetchAttempt attempt = await reader.ReadAsync(request, address, moved, response, cancellationToken);
                    return attempt.Outcome is FetchOutcome.Fetched fetched && hops.Count > 0
                        ? attempt with { Outcome = fetched with { Redirects = hops } }
                        : attempt;
                }

                allPermanent &= Redirect.IsPermanent(response.StatusCode);
                Redirect redirect = Redirect.From(
                    address, (int)response.StatusCode, response.Location(), visited, options.Value.MaxRedirects);
                if (redirect.End is { } end)
                {
                    return end;
                }

                address = redirect.Target!;
                hops.Add(new Hop((int)response.StatusCode, address));
            }
            catch (Exception exception) when (FetchFailure.From(exception, address, cancellationToken) is { } failure)
            {
                return failure;
            }
        }
    }
}
