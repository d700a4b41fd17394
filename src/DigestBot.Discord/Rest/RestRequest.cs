using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Discord;

/// <summary>One call of the API, before it is sent.</summary>
internal sealed record RestRequest
{
    public const string Json = MediaTypeNames.Application.Json;

    private RestRequest(HttpMethod method, FormattableString route)
    {
        Method = method;
        Route = $"{method} {route.Format}";
        string[] arguments =
        [
            .. route.GetArguments().Select(argument => Uri.EscapeDataString(Convert.ToString(argument, CultureInfo.InvariantCulture)!)),
        ];
        Path = string.Format(CultureInfo.InvariantCulture, route.Format, arguments);
        Major = route.Format.Split('/')[0] switch
        {
            "channels" or "guilds" => arguments[0],
            "webhooks" or "interactions" => $"{arguments[0]}/{arguments[1]}",
            _ => "",
        };
        Idempotent = method != HttpMethod.Post;
    }

    public HttpMethod Method { get; }

    /// <summary>Method and path without ids: what a bucket is learned for. Never contains a secret.</summary>
    public string Route { get; }

    /// <summary>The path with its ids, relative to the API's address. May contain an interaction's token.</summary>
    public string Path { get; }

    /// <summary>The id within whose channel, server or webhook a bucket counts; empty where there is none.</summary>
    public string Major { get; }

    public string? Query { get; init; }

    public ReadOnlyMemory<byte>? Body { get; private init; }

    /// <summary>With the bot's token. Interactions are answered without, and outside the global limit.</summary>
    public bool Authorized { get; init; } = true;

    /// <summary>Done twice it is as if done once.</summary>
    public bool Idempotent { get; init; }

    public static RestRequest Get(FormattableString route, string? query = null) => new(HttpMethod.Get, route) { Query = query };

    public static RestRequest Post(FormattableString route) => new(HttpMethod.Post, route);

    public static RestRequest Put(FormattableString route) => new(HttpMethod.Put, route);

    public static RestRequest Patch(FormattableString route) => new(HttpMethod.Patch, route);

    public static RestRequest Delete(FormattableString route) => new(HttpMethod.Delete, route);

    public RestRequest With<T>(T body, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };
}
