using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Documentation;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>Who is let in.</summary>
public sealed class InboundTableTests(InboundTableTests.Endpoint endpoint) : IClassFixture<InboundTableTests.Endpoint>
{
    public static TheoryData<string> Cases => [.. InboundCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_request_is_let_in_or_refused_as_the_table_says(string name)
    {
        InboundCase one = InboundCase.All.Single(candidate => candidate.Name == name);
        JsonObject activity = one.Activity();

        using HttpResponseMessage response = await endpoint.Host.PostAsync(activity, one.Header());

        Assert.Equal(one.Ours, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(one.Ours == 401, response.Headers.WwwAuthenticate.Count == 1);
        Assert.Equal(one.Ours == 202, await SeenAsync(activity));
    }

    [Fact]
    public void Nobody_is_let_in_whom_both_peers_refuse_and_the_reverse_is_ours_to_be_strict_about() =>
        Assert.All(InboundCase.All, one => Assert.False(one is { Ours: 202, Botbuilder: >= 400, TeamsApps: >= 400 }, one.Name));

    [Fact]
    public void The_table_in_the_documents_is_this_one() => GeneratedBlock.Check("docs/teams-jwt-table.md", "teams-jwt-table", Table());

    private static string Table()
    {
        var table = new StringBuilder("| request | ours | botbuilder 4.23.3 | teams.apps 2.1.0 |\n|---|---|---|---|\n");
        foreach (InboundCase one in InboundCase.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {one.Ours} | {Peer(one, one.Botbuilder)} | {Peer(one, one.TeamsApps)} |\n");
        }

        return table.ToString();
    }

    // Bold where the peer decides otherwise than ours; another number for the same decision is no difference.
    private static string Peer(InboundCase one, int status) => status < 400 == one.Ours < 400 ? $"{status}" : $"**{status}**";

    // Turns come one after the other here: when a later activity was seen, an earlier one was, or never will be.
    private async Task<bool> SeenAsync(JsonObject activity)
    {
        JsonObject later = Samples.Message();
        using HttpResponseMessage response = await endpoint.Host.PostAsync(later, ChannelIssuer.Bearer());
        await Eventually.TrueAsync(() => Task.FromResult(Saw(later)), "the later activity was seen");
        return Saw(activity);
    }

    private bool Saw(JsonObject activity) => endpoint.Bot.Seen.Any(seen => seen.Id == (string?)activity["id"]);

    /// <summary>One endpoint for all cases: what one request brings about must not matter to the next.</summary>
    public sealed class Endpoint : IAsyncLifetime
    {
        private ChannelIssuer? _issuer;
        private BotHost? _host;

        internal FunctionBot Bot { get; } = new();

        internal BotHost Host => _host!;

        public async ValueTask InitializeAsync()
        {
            _issuer = await ChannelIssuer.StartAsync();
            BotFrameworkOptions options = GivenOptions.Default with
            {
                ToBotFromChannelOpenIdMetadataUrl = _issuer.Metadata,
                AllowedTenants = [InboundCase.AllowedTenant],
                MaxConcurrentTurns = 1,
            };
            _host = await BotHost.StartAsync(options, Bot);
        }

        public async ValueTask DisposeAsync()
        {
            await _host!.DisposeAsync();
            await _issuer!.DisposeAsync();
        }
    }
}
