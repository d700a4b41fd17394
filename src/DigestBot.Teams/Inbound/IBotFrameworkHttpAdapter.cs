using Microsoft.AspNetCore.Http;

namespace DigestBot.Teams;

/// <summary>Takes activities over HTTP.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Checks the request, hands its activity to the bot, and answers.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
