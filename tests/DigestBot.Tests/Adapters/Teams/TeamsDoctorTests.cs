using System.Net;
using System.Text;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What the doctor says of Teams.</summary>
public sealed class TeamsDoctorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_connection_has_no_problem()
    {
        IReadOnlyList<Finding> findings = await LookAsync(new Microsoft365());

        Assert.All(findings, finding => Assert.True(finding.Ok, finding.Text));
        Assert.Equal(4, findings.Count);
    }

    [Theory]
    [InlineData("AADSTS7000215", "Teams__Password")]
    [InlineData("AADSTS7000222", "Teams__Password")]
    [InlineData("AADSTS700016", "Teams:TenantId")]
    [InlineData("AADSTS7000229", "Enterprise applications")]
    [InlineData("AADSTS1", "Developer Portal")]
    public async Task Each_refusal_of_a_token_has_its_remedy(string code, string remedy)
    {
        Finding finding = (await LookAsync(new Microsoft365 { Refusal = code }))[0];

        Assert.False(finding.Ok);
        Assert.Contains(code, finding.Text, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_before_tokens_are_refused_for_it()
    {
        IReadOnlyList<Finding> findings = await LookAsync(new Microsoft365 { Ahead = TimeSpan.FromMinutes(4) });

        Assert.Equal("The clock is 240 s away from Microsoft's; tokens are good within 300.", Assert.Single(findings, finding => !finding.Ok).Text);
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_told() =>
        Assert.Contains("cannot be had", Assert.Single(await LookAsync(new Microsoft365 { HasKeys = false }), finding => !finding.Ok).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.BadGateway, false)]
    public async Task It_knocks_at_the_public_address(HttpStatusCode answer, bool ok) =>
        Assert.Equal(ok, (await LookAsync(new Microsoft365 { AtTheDoor = answer }))[^1].Ok);

    [Fact]
    public async Task Without_a_public_address_it_says_what_is_needed() => Assert.Contains(
        "/api/messages", (await LookAsync(new Microsoft365(), publicUrl: ""))[^1].Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_emulator_is_no_connection()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        Assert.False(Assert.Single(await Assert.Single(town.Bot.Get<IEnumerable<IDoctorCheck>>(), check => check.Name == "teams").LookAsync(Phrases.English, Cancel)).Ok);
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(Microsoft365 network, string publicUrl = "https://bot.example.org")
    {
        await using TestBot bot = await TestBot.StartAsync(
            "sqlite",
            services =>
            {
                services.AddHttpClient("DigestBot.Teams").ConfigurePrimaryHttpMessageHandler(() => network);
                services.AddHttpClient("TeamsDoctor").ConfigurePrimaryHttpMessageHandler(() => network);
            },
            Cancel,
            [
                new("Teams:AppId", "11111111-2222-3333-4444-555555555555"),
                new("Teams:Password", "secret"),
                new("Teams:TenantId", "home"),
                new("Teams:PublicUrl", publicUrl),
            ]);
        network.Now = bot.Clock.GetUtcNow();
        return await Assert.Single(bot.Get<IEnumerable<IDoctorCheck>>(), check => check.Name == "teams").LookAsync(Phrases.English, Cancel);
    }

    /// <summary>Login service, keys, and the bot's own address.</summary>
    private sealed class Microsoft365 : HttpMessageHandler
    {
        public string? Refusal { get; init; }

        public TimeSpan Ahead { get; init; }

        public bool HasKeys { get; init; } = true;

        public HttpStatusCode AtTheDoor { get; init; } = HttpStatusCode.Unauthorized;

        public DateTimeOffset Now { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri!.Host switch
            {
                "login.microsoftonline.com" when Refusal is { } code => Answer(
                    HttpStatusCode.Unauthorized, $$"""{"error":"invalid_client","error_description":"{{code}}: no","error_codes":[{{code[6..]}}]}"""),
                "login.microsoftonline.com" => Answer(HttpStatusCode.OK, """{"token_type":"Bearer","expires_in":3600,"access_token":"t"}"""),
                "login.botframework.com" => Answer(HasKeys ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, "{}"),
                "bot.example.org" => Answer(AtTheDoor, ""),
                var host => throw new HttpRequestException($"Nobody is at {host}."),
            });

        private HttpResponseMessage Answer(HttpStatusCode status, string body)
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            response.Headers.Date = Now + Ahead;
            return response;
        }
    }
}
