using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary><c>/posting</c>: how digests are posted in one channel of Discord. For managers; there only where Discord is connected.</summary>
internal sealed class PostingCommand(Database database, ChannelStore channels, ChannelPreflight preflight) : IChatCommand
{
    private const string Where = "channel";
    private const string Thread = "thread";
    private const string Publish = "publish";
    private const string Tag = "tag";

    /// <summary>Takes the tag away.</summary>
    private const string Off = "off";

    /// <summary>As long as Discord lets a tag be.</summary>
    private const int LongestTag = 20;

    public CommandDefinition Definition { get; } = new("posting", phrases => phrases.CommandPosting,
    [
        CommandParameter.Optional(Where, ParameterKind.Channel, phrases => phrases.ParameterPostingChannel),
        CommandParameter.Optional(Thread, ParameterKind.Switch, phrases => phrases.ParameterPostingThread),
        CommandParameter.Optional(Publish, ParameterKind.Switch, phrases => phrases.ParameterPostingPublish),
        CommandParameter.Optional(Tag, ParameterKind.Text, phrases => phrases.ParameterPostingTag) with { MaxLength = LongestTag },
    ])
    {
        Example = "/posting thread:yes",
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!call.Message.IsManager)
        {
            return new Reply.Refusal(call.Phrases.SettingsManagersOnly);
        }

        string named = call.Arguments.Text(Where) ?? call.Message.Channel;
        if (!ChannelRef.TryParse(named, out ChannelRef? address) || address.Platform != ChatPlatform.Discord)
        {
            return new Reply.Refusal(call.Phrases.ScheduleChannelElsewhere(named));
        }

        string? spaceKey = call.Message.IsOperator ? null : call.Message.Space.Key;
        string wishes = With(new PostingPlace(), call.Arguments).Write();
        var request = new PreflightRequest(spaceKey, address, wishes, MentionRole: null, call.Phrases);
        switch (await preflight.CheckAsync(request, cancellationToken))
        {
            case Preflight.Fine:
                return new Reply.Plain(Describe(address, await KeepAsync(call, address, cancellationToken), call.Phrases));
            case Preflight.Missing missing:
                return new Reply.Refusal(call.Phrases.ScheduleChannelLacks(address.ToString(), string.Join(", ", missing.What)));
            case Preflight.NotKnown:
                return new Reply.Refusal(call.Phrases.ScheduleChannelUnchecked(address.ToString()));
            default:
                return new Reply.Refusal(call.Phrases.ScheduleChannelElsewhere(address.ToString()));
        }
    }

    private async Task<PostingPlace> KeepAsync(CommandCall call, ChannelRef address, CancellationToken cancellationToken)
    {
        Channel channel = await database.InTransactionAsync(
            transaction => channels.GetOrAddAsync(transaction, call.Message.Space, address), cancellationToken);
        PostingPlace place = With(PostingPlace.Read(channel.Reference), call.Arguments);
        await channels.ReferAsync(channel, place.Write(), cancellationToken);
        return place;
    }

    private static PostingPlace With(PostingPlace place, CommandArguments wishes) => place with
    {
        ThreadPerDigest = wishes.Text(Thread) is null ? place.ThreadPerDigest : wishes.Switch(Thread),
        Crosspost = wishes.Text(Publish) is null ? place.Crosspost : wishes.Switch(Publish),
        Tag = wishes.Text(Tag) switch
        {
            null => place.Tag,
            var tag when string.Equals(tag, Off, StringComparison.OrdinalIgnoreCase) => null,
            var tag => tag,
        },
    };

    private static string Describe(ChannelRef address, PostingPlace place, Phrases phrases) => phrases.PostingIs(
        address.ToString(), Word(place.ThreadPerDigest, phrases), Word(place.Crosspost, phrases), place.Tag ?? phrases.PostingNone);

    private static string Word(bool? wish, Phrases phrases) => wish switch
    {
        true => phrases.PostingYes,
        false => phrases.PostingNo,
        null => phrases.PostingAsConfigured,
    };
}
