using System.Net;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>Sends a form to an address that a stranger named, under the rules of every download.</summary>
/// <remarks>Safe to call concurrently; throws only when the caller cancels. Of the answer only the status is read.</remarks>
internal sealed class FormSender(
    GuardedTransport transport, HostTurns turns, HostRests rests, HostAllowList allowed, IOptions<FetchOptions> options, TimeProvider clock)
{
    public const string NotSecret = "is not asked: what is sent there is secret, and its address does not begin with https://";

    public async Task<FormOutcome> SendAsync(
        Uri address, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using HostTurn turn = await turns.TakeAsync(address, cancellationToken);
        using var deadline = new CancellationTokenSource(options.Value.TotalTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await AttemptAsync(address, form, turn, either.Token);
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new FormOutcome(FetchReasons.TooSlow(address, options.Value.TotalTimeout)) { IsSilence = true };
        }
    }

    private async Task<FormOutcome> AttemptAsync(
        Uri first, IReadOnlyList<KeyValuePair<string, string>> form, HostTurn turn, CancellationToken cancellationToken)
    {
        var visited = new HashSet<Uri>();
        Uri named = first;
        while (true)
        {
            (Uri? address, FormOutcome? refused) = Admit(named);
            if (address is null)
            {
                return refused!;
            }

            visited.Add(address);
            await turn.AskAsync(address, cancellationToken);
            try
            {
                using HttpRequestMessage message = Message(address, form);
                using HttpResponseMessage response = await transport.SendAsync(message, cancellationToken);
                if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                {
                    return Read(address, response);
                }

                Redirect redirect = Redirect.From(address, (int)response.StatusCode, response.Location(), visited, options.Value.MaxRedirects);
                if (redirect.End is { } end)
                {
                    return Of(end);
                }

                named = redirect.Target!;
            }
            catch (Exception exception) when (FetchFailure.From(exception, address, cancellationToken) is { } failure)
            {
                return Of(failure);
            }
        }
    }

    /// <returns>The address that may be asked, or why none may.</returns>
    private (Uri? Address, FormOutcome? Refused) Admit(Uri named) =>
        AddressRules.Refusal(named, allowed) is { } refusal ? (null, new FormOutcome(refusal))
        : Secure(named) is not { } address ? (null, new FormOutcome($"{FetchReasons.Site(named)} {NotSecret}."))
        : rests.Left(address) is { } left ? (null, new FormOutcome(FetchReasons.Resting(address), left) { IsSilence = true })
        : (address, null);

    private FormOutcome Read(Uri address, HttpResponseMessage response)
    {
        TimeSpan? retryAfter = response.RetryAfter(clock.GetUtcNow());
        rests.Note(address, retryAfter);
        return response.IsSuccessStatusCode
            ? FormOutcome.Accepted
            : new FormOutcome(FetchReasons.Status(address, (int)response.StatusCode), retryAfter);
    }

    private HttpRequestMessage Message(Uri address, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        message.Headers.TryAddWithoutValidation("User-Agent", options.Value.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        return message;
    }

    // Many feeds still name their hub by the address that it had before it spoke https. Credentials in it are nobody's business.
    private Uri? Secure(Uri named)
    {
        Uri address = named.UserInfo.Length == 0 ? named : new UriBuilder(named) { UserName = "", Password = "" }.Uri;
        return address.Scheme == Uri.UriSchemeHttps || allowed.Contains(address.IdnHost, address.Port) ? address
            : address.IsDefaultPort ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
            : null;
    }

    private static FormOutcome Of(FetchAttempt attempt) => attempt.Outcome switch
    {
        FetchOutcome.Refused refused => new(refused.Reason),
        FetchOutcome.Failed failed => new(failed.Reason, failed.RetryAfter) { IsSilence = failed.Status is null },
        _ => throw new InvalidOperationException($"A form cannot end as {attempt.Outcome.GetType().Name}."),
    };
}
