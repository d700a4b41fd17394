using DigestBot.Chat;
using DigestBot.Commands.Follows;
using DigestBot.Commands.Schedules;
using DigestBot.Commands.Settings;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.People;

/// <summary><c>/me</c>: zone, language and quiet hours of what only one person reads, what is kept of them, and having it forgotten.</summary>
internal sealed class MeCommand(PersonStore people, HoldingsStore holdings, FollowDesk follows, FollowTitles titles, TimeProvider clock) : IChatCommand
{
    private const string Value = "value";

    private static readonly string[] Names = [.. MeActions.All.Select(action => action.Name)];

    public CommandDefinition Definition { get; } = new("me", phrases => phrases.CommandMe,
    [
        new(CommandAction.Key, ParameterKind.Word, false, false, phrases => phrases.ParameterAction) { Choices = Names },
        new(Value, ParameterKind.Topic, false, false, phrases => phrases.ParameterSettingsValue),
    ])
    {
        Actions = MeActions.All,
        Example = "/me timezone Europe/Paris",
        PrivateByDefault = true,
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string action = call.Arguments.Text(CommandAction.Key)?.ToLowerInvariant() ?? MeActions.Show;
        string? value = call.Arguments.Text(Value)
            ?? call.Arguments.Values.Where(pair => pair.Key != CommandAction.Key).Select(pair => pair.Value).FirstOrDefault();
        return (action, value) switch
        {
            (MeActions.Show, _) => ShowAsync(call, call.Reader, done: null, cancellationToken),
            (MeActions.Zone, { } zone) => SetZoneAsync(call, zone, cancellationToken),
            (MeActions.Language, { } language) => SetLanguageAsync(call, language, cancellationToken),
            (MeActions.Quiet, { } hours) => SetQuietAsync(call, hours, cancellationToken),
            (MeActions.Export, _) => ExportAsync(call, cancellationToken),
            (MeActions.Forget, _) => ForgetAsync(call, value, cancellationToken),
            (MeActions.Zone or MeActions.Language or MeActions.Quiet, null) => Refuse(call.Phrases.CommandIncomplete($"/me {action} <{Value}>")),
            _ => Refuse(call.Phrases.CommandIncomplete($"/me {string.Join('|', Names)}")),
        };
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private static bool IsOff(string value) => string.Equals(value, MeActions.Off, StringComparison.OrdinalIgnoreCase);

    private async Task<Reply> SetZoneAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        string? zone = null;
        if (!IsOff(text))
        {
            var form = new ScheduleForm(call.Phrases);
            zone = form.Read(new Dictionary<string, string> { [ScheduleParameter.Zone] = text }).Zone;
            if (zone is null)
            {
                return new Reply.Refusal(form.Wrong!);
            }
        }

        await people.SetZoneAsync(message.Space, message.Person, zone, cancellationToken);
        await follows.MoveAsync(message.Person, zone ?? message.Space.TimeZone, cancellationToken);
        return await ShowAsync(call, call.Reader, call.Phrases.MeZoneSet(zone ?? message.Space.TimeZone), cancellationToken);
    }

    private async Task<Reply> SetLanguageAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        string? language = IsOff(text) ? null : Phrases.Languages.FirstOrDefault(one => one == Phrases.Find(text)?.Language);
        if (language is null && !IsOff(text))
        {
            return new Reply.Refusal(call.Phrases.ChoiceUnknown(text, string.Join(", ", [.. Phrases.Languages, MeActions.Off])));
        }

        await people.SetLanguageAsync(message.Space, message.Person, language, cancellationToken);
        await follows.SpeakAsync(message.Person, language, cancellationToken);
        Person? own = await people.FindAsync(message.Space, message.Person, cancellationToken);
        Reader reader = (message with { Own = own }).ReaderOf(isPrivate: true, clock);
        return await ShowAsync(call, reader, call.Phrases.MeLanguageSet(call.Phrases.LanguageName(reader.Phrases.Language)), cancellationToken);
    }

    private async Task<Reply> SetQuietAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        if (QuietInput.Read(text) is not { IsUnderstood: true, Value: var quiet })
        {
            return new Reply.Refusal(call.Phrases.MeQuietUnreadable(text));
        }

        return call.Message.OnSamples ? new Reply.Refusal(call.Phrases.FollowNotOnSamples)
            : await follows.RestAsync(call, quiet, cancellationToken) is { } refused ? new Reply.Refusal(refused)
            : await ShowAsync(call, call.Reader, Said(quiet, call.Phrases), cancellationToken);
    }

    private static string Said(QuietHours? quiet, Phrases phrases) =>
        quiet is null ? phrases.MeQuietOff : phrases.MeQuietSet($"{ClockText.Show(quiet.From)}–{ClockText.Show(quiet.To)}");

    private async Task<Reply> ShowAsync(CommandCall call, Reader reader, string? done, CancellationToken cancellationToken) =>
        new Reply.OfPerson(await HeldAsync(call, cancellationToken), call.Message.Space.TimeZone, reader.Phrases.Language, done);

    private async Task<Reply> ExportAsync(CommandCall call, CancellationToken cancellationToken) =>
        new Reply.OfHoldings(PersonDocument.Write(
            call.Message.Space.Key, call.Message.Person, clock.GetUtcNow(), await HeldAsync(call, cancellationToken)));

    private async Task<Holdings> HeldAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        Holdings held = await holdings.ReadAsync(message.Space, message.Person, IsTheirs(message), cancellationToken);
        IReadOnlyDictionary<long, string> headlines = await titles.FindAsync(message.Space, message.Person, cancellationToken);
        return held with
        {
            Follows = [.. held.Follows.Select(follow => follow with { Headline = headlines.GetValueOrDefault(follow.ScheduleId) })],
        };
    }

    private async Task<Reply> ForgetAsync(CommandCall call, string? code, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        string purpose = $"me/{message.Space.Key}";
        if (code is null || !ForgetCode.Is(code, purpose, message.Person, clock.GetUtcNow()))
        {
            string told = ForgetCode.Of(purpose, message.Person, clock.GetUtcNow());
            return code is null ? new Reply.Plain(call.Phrases.MeForgetAsk(told)) : new Reply.Refusal(call.Phrases.MeForgetWrong(told));
        }

        await follows.EndAsync(message.Person, cancellationToken);
        await holdings.ForgetAsync(message.Space, message.Person, IsTheirs(message), cancellationToken);
        return new Reply.Plain(call.Phrases.MeForgotten);
    }

    // A person's own space may be asked in from elsewhere too.
    private static bool IsTheirs(ChatMessage message) => message.IsAlone || message.Space.Key == message.Person;
}
