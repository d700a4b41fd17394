using System.Net;
using System.Text;
using DigestBot.Teams.Tests.Inbound;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Peers;

/// <summary>Who is let in by endpoints that others wrote: the columns of the table that are not ours.</summary>
public sealed class PeerInboundTests
{
    [Fact]
    public Task Botbuilder_answers_as_the_table_says() => CheckAsync("botbuilder-inbound.mjs", one => one.Botbuilder);

    [Fact]
    public Task The_Teams_sdk_answers_as_the_table_says() => CheckAsync("teams-apps-inbound.mjs", one => one.TeamsApps);

    private static async Task CheckAsync(string script, Func<InboundCase, int> expected)
    {
        await using ChannelIssuer issuer = await ChannelIssuer.StartAsync();
        (PeerProcess peer, Uri address) = await PeerProcess.ListenAsync(
            script, issuer.Metadata.AbsoluteUri, ChannelIssuer.Issuer, ChannelIssuer.AppId, ChannelIssuer.Tenant);
        await using PeerProcess running = peer;
        using var channel = new HttpClient { BaseAddress = address };

        var otherwise = new List<string>();
        foreach (InboundCase one in InboundCase.All)
        {
            int status = (int)await PostAsync(channel, one);
            if (status != expected(one))
            {
                otherwise.Add($"{one.Name}: {status}");
            }
        }

        Assert.Empty(otherwise);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient channel, InboundCase one)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages")
        {
            Content = new StringContent(one.Activity().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (one.Header() is { } header)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        using HttpResponseMessage response = await channel.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
