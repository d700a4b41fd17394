using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>Interactions that are delivered to an endpoint of the bot.</summary>
public sealed class EndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_that_checks_signatures_gets_interactions_and_answers_in_the_response()
    {
        await using Town town = await Town.BuildAsync();
        await town.Bot.PostAsync(
            $"applications/{town.Discord.World.Bot.Id}/commands", new JsonObject { ["name"] = "digest", ["description"] = "x" });
        await using WebApplication endpoint = await ServeAsync(town.Discord.Signer.PublicKey);

        Assert.Null(await town.Discord.Endpoint.SetAsync(new Uri(endpoint.Urls.First()), Cancel));
        FakeInteraction interaction = town.Discord.People.Run(town.Reader, town.Channel, "digest");
        await town.Discord.World.WaitUntilAsync(() => interaction.IsAnswered, "the answer", Cancel);

        Assert.Equal("Over HTTP.", interaction.Response!.Content);
        Assert.Empty(town.Discord.Endpoint.Failures);
    }

    [Fact]
    public async Task An_endpoint_that_takes_any_signature_is_refused()
    {
        await using Town town = await Town.BuildAsync();
        await using WebApplication endpoint = await ServeAsync(publicKey: null);

        string? refusal = await town.Discord.Endpoint.SetAsync(new Uri(endpoint.Urls.First()), Cancel);

        Assert.Contains("401", refusal, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ServeAsync(string? publicKey)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            byte[] signed = [.. System.Text.Encoding.ASCII.GetBytes(context.Request.Headers["X-Signature-Timestamp"]!), .. copy.ToArray()];
            byte[] signature = Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"]!);
            if (publicKey is not null && !Ed25519.Verify(signature, 0, Convert.FromHexString(publicKey), 0, signed, 0, signed.Length))
            {
                context.Response.StatusCode = 401;
                return;
            }

            bool isPing = JsonNode.Parse(copy.ToArray()).Number("type") == 1;
            await context.Response.WriteAsync(isPing ? """{"type":1}""" : """{"type":4,"data":{"content":"Over HTTP."}}""");
        });
        await app.StartAsync(Cancel);
        return app;
    }
}
