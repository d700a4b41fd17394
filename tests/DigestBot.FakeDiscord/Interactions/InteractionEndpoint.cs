using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Delivers interactions by HTTP to the bot's endpoint, signed; the answer is in the response, or comes by callback.</summary>
public sealed class InteractionEndpoint
{
    private readonly World _world;
    private readonly InteractionDesk _desk;
    private readonly Answers _answers;
    private readonly InteractionSigner _signer;
    private readonly List<string> _failures = [];
    private Uri? _address;

    internal InteractionEndpoint(World world, InteractionDesk desk, Answers answers, InteractionSigner signer) =>
        (_world, _desk, _answers, _signer) = (world, desk, answers, signer);

    /// <summary>Deliveries that the endpoint did not take, with the reason.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Probes the endpoint as Discord does when it is set: a good ping, and one whose signature is wrong.</summary>
    /// <returns>What is wrong with it; null if interactions go there from now on.</returns>
    public async Task<string?> SetAsync(Uri address, CancellationToken cancellationToken = default)
    {
        const string Ping = """{"type":1,"version":1}""";
        (HttpStatusCode good, string answer) = await PostAsync(address, Ping, spoil: false, cancellationToken);
        if (good != HttpStatusCode.OK || Parse(answer).Number("type") != CallbackType.Pong)
        {
            return $"The ping was answered with {(int)good}.";
        }

        (HttpStatusCode bad, _) = await PostAsync(address, Ping, spoil: true, cancellationToken);
        if (bad != HttpStatusCode.Unauthorized)
        {
            return $"A wrong signature was answered with {(int)bad}, not 401.";
        }

        _address = address;
        _desk.Endpoint = interaction => _ = DeliverAsync(interaction);
        return null;
    }

    private async Task DeliverAsync(FakeInteraction interaction)
    {
        try
        {
            string body = interaction.Sent!.ToJsonString(Journal.Written);
            (HttpStatusCode status, string answer) = await PostAsync(_address!, body, spoil: false, CancellationToken.None);
            lock (_world.Gate)
            {
                Take(interaction, status, answer);
            }
        }
        catch (HttpRequestException exception)
        {
            lock (_world.Gate)
            {
                _failures.Add(exception.Message);
            }
        }

        _world.Pulse();
    }

    // 202 says that the answer comes through the callback.
    private void Take(FakeInteraction interaction, HttpStatusCode status, string answer)
    {
        if (status == HttpStatusCode.OK)
        {
            (Rest.Reply reply, _) = _answers.First(interaction, Parse(answer));
            if (reply.IsRefusal)
            {
                _failures.Add(reply.Body!.ToJsonString());
            }
        }
        else if (status != HttpStatusCode.Accepted)
        {
            _failures.Add($"Status {(int)status}");
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(
        Uri address, string body, bool spoil, CancellationToken cancellationToken)
    {
        string timestamp = _world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("X-Signature-Ed25519", _signer.Sign(timestamp, spoil ? body + " " : body));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
