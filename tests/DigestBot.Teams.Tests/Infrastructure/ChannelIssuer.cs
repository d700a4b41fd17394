using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>The channel's identity on loopback: metadata, keys, and the tokens that they sign.</summary>
internal sealed class ChannelIssuer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "6f1c2b34-0000-4000-8000-00000000d1ce";
    public const string Tenant = "11111111-0000-4000-8000-000000000001";
    public const string Endorsed = "key-endorsed";
    public const string EndorsedElsewhere = "key-elsewhere";
    public const string NotEndorsed = "key-not-endorsed";
    public const string Unpublished = "key-unpublished";

    // Keys are slow to make, and every issuer may have the same.
    private static readonly ChannelKey[] Keys =
        [new(Endorsed, Channels.Msteams), new(EndorsedElsewhere, "slack"), new(NotEndorsed, null), new(Unpublished, Channels.Msteams)];

    private readonly WebApplication _app;
    private int _asked;

    private ChannelIssuer(WebApplication app) => _app = app;

    /// <summary>Answers nothing but 503 while it is set.</summary>
    public bool Down { get; set; }

    /// <summary>How often metadata was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Uri Metadata => new(new Uri(_app.Urls.First()), "v1/.well-known/openidconfiguration");

    public static async Task<ChannelIssuer> StartAsync()
    {
        WebApplication app = Loopback.Create();
        var issuer = new ChannelIssuer(app);
        app.MapGet("/v1/.well-known/openidconfiguration", issuer.MetadataDocument);
        app.MapGet("/v1/.well-known/keys", KeyDocument);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public static ChannelKey Key(string? id) => Keys.FirstOrDefault(key => key.Id == id) ?? Keys[^1];

    /// <summary>The header of a request with this token.</summary>
    public static string Bearer(TokenSpec? spec = null) => $"Bearer {(spec ?? new TokenSpec()).Make(TimeProvider.System.GetUtcNow())}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult MetadataDocument()
    {
        Interlocked.Increment(ref _asked);
        return Down
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Json(new JsonObject
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = "https://invalid.botframework.com",
                ["jwks_uri"] = new Uri(Metadata, "keys").AbsoluteUri,
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            });
    }

    private static IResult KeyDocument() => Json(new JsonObject
    {
        ["keys"] = new JsonArray([.. Keys.Where(key => key.Id != Unpublished).Select(key => key.Describe())]),
    });

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");
}
