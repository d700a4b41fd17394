using System.Text.Json;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Tells what Discord and the way there can do to a request from what is a bug.</summary>
internal static class DiscordFailure
{
    public static bool Is(Exception exception) =>
        exception is HttpException or TimeoutException or HttpRequestException or InvalidRequestBudgetException or JsonException;
}
