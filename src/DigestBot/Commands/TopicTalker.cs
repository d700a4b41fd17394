using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>Shows the digest of a topic that is asked for in plain words.</summary>
internal sealed class TopicTalker(TopicStore topics, ScheduleStore schedules, DigestDesk desk, IOptions<DigestOptions> options)
{
    /// <summary>Null where the text asks something else; what was typed as a command never asks for a digest.</summary>
    public async Task<Reply?> TellAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        if (message.Quoted is not null || message.Text.Trim() != text || TopicTalk.Read(text) is not { } talk)
        {
            return null;
        }

        string? known = await FindAsync(message, talk.Topic, cancellationToken);
        if (known is null && !talk.IsSure)
        {
            return null;
        }

        TimeSpan? window = talk.Window is { } said && WindowText.TryParse(said, out TimeSpan? span) ? span : options.Value.Window;
        var request = new DigestRequest(message.Space, known ?? talk.Topic, window, AsOf: null, Stories: null, Sentences: null);
        return new Reply.OfDigest(await desk.ComposeAsync(call, request, cancellationToken));
    }

    // What the space has defined, what a schedule brings to the channel, or a country. No text of an article is looked at.
    private async Task<string?> FindAsync(ChatMessage message, string words, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(message.Space, words, cancellationToken) is { } defined)
        {
            return defined.Name;
        }

        return CountryNames.IsOne(words)
            ? words
            : (await schedules.ListAsync(message.Space, cancellationToken))
                .Where(schedule => schedule.Channel.Address.ToString() == message.Channel)
                .Select(schedule => schedule.Settings.Topic)
                .FirstOrDefault(topic => string.Equals(topic, words, StringComparison.OrdinalIgnoreCase));
    }
}
