using DigestBot.Chat;

namespace DigestBot.Commands.Schedules;

/// <summary><c>/schedule</c>: what is posted here and when. Everybody may look; managers change.</summary>
internal sealed class ScheduleCommand(ScheduleDesk desk, ScheduleEditor editor, RunNow runNow) : IChatCommand
{
    private const string Details = "details";

    /// <summary>Takes a skip back.</summary>
    private static readonly string[] Undo = ["undo", "back", "off"];

    private static readonly string[] Names = [.. ScheduleActions.All.Select(action => action.Name)];

    public CommandDefinition Definition { get; } = new("schedule", phrases => phrases.CommandSchedule,
    [
        new(CommandAction.Key, ParameterKind.Word, false, false, phrases => phrases.ParameterScheduleAction) { Choices = Names },
        new(Details, ParameterKind.Details, false, false, phrases => phrases.ParameterScheduleDetails),
    ])
    {
        Actions = ScheduleActions.All,
        Example = "/schedule add iraq at 08:00 weekdays Europe/Paris",
        PrivateByDefault = true,
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ScheduleCaller caller = CallerOf(call);
        string action = call.Arguments.Text(CommandAction.Key)?.ToLowerInvariant() ?? "list";
        (string? which, ScheduleText text, bool undo) = Understand(action, call);
        if (call.Message.OnSamples)
        {
            return Refuse(call.Phrases.ScheduleNotOnSamples);
        }

        if (Definition.FindAction(action) is { ForManagers: true } && !caller.IsManager)
        {
            return Refuse(call.Phrases.ScheduleManagersOnly);
        }

        return action switch
        {
            "list" => desk.ListAsync(caller, cancellationToken),
            "show" => desk.ShowAsync(caller, which, cancellationToken),
            "preview" => desk.PreviewAsync(caller, which, cancellationToken),
            "history" => desk.HistoryAsync(caller, which, cancellationToken),
            "add" => AddAsync(caller, text, cancellationToken),
            "edit" => EditAsync(caller, text, cancellationToken),
            "pause" => editor.PauseAsync(caller, which, cancellationToken),
            "resume" => editor.ResumeAsync(caller, which, cancellationToken),
            "skip-next" => editor.SkipNextAsync(caller, which, !undo, cancellationToken),
            "run-now" => runNow.RunAsync(caller, which, cancellationToken),
            "remove" => editor.RemoveAsync(caller, which, cancellationToken),
            _ => Refuse(Unknown(action, call.Phrases)),
        };
    }

    private static ScheduleCaller CallerOf(CommandCall call)
    {
        ChatMessage message = call.Message;
        ChannelRef? here = ChannelRef.TryParse(message.Channel, out ChannelRef? channel) ? channel : null;
        return new(
            message.Space,
            here,
            message.Person,
            message.IsManager,
            message.IsOperator,
            message.IsOperator && here?.Platform == ChatPlatform.Console,
            call.Phrases,
            "/");
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private static string Unknown(string action, Phrases phrases) => NearestName.Of(action, Names) is { } guess
        ? phrases.CommandUnknownGuess($"schedule {action}", $"schedule {guess}")
        : phrases.CommandIncomplete($"/schedule {string.Join('|', Names)}");

    // A text stands in one argument and is taken apart here; a platform gives one argument for each thing that was said.
    private static (string? Which, ScheduleText Text, bool Undo) Understand(string action, CommandCall call)
    {
        if (call.Arguments.Text(Details) is not { } details)
        {
            string? named = call.Arguments.Text(ScheduleActions.Which);
            return (named, new ScheduleText(named, call.Arguments.Values, Repeated: null), call.Arguments.Switch(ScheduleActions.Undo));
        }

        IReadOnlyList<TextToken> words = TextToken.Split(details);
        var reader = new ScheduleWords(call.Phrases.Culture);
        bool undo = action == "skip-next"
            && words is [.., { Quoted: false } last]
            && Undo.Contains(last.Raw, StringComparer.OrdinalIgnoreCase);
        string which = ScheduleWords.Join(undo ? words.SkipLast(1) : words);
        ScheduleText text = action == "edit" ? reader.ReadChange(words) : reader.ReadNew(words);
        return (which.Length == 0 ? null : which, text, undo);
    }

    private Task<Reply> AddAsync(ScheduleCaller caller, ScheduleText text, CancellationToken cancellationToken) =>
        Understand(text, caller.Phrases, out ScheduleWishes wishes) is { } wrong
            ? Refuse(wrong)
            : editor.AddAsync(caller, wishes, cancellationToken);

    private Task<Reply> EditAsync(ScheduleCaller caller, ScheduleText text, CancellationToken cancellationToken) =>
        Understand(text, caller.Phrases, out ScheduleWishes wishes) is { } wrong
            ? Refuse(wrong)
            : editor.EditAsync(caller, text.Which, wishes, cancellationToken);

    private static string? Understand(ScheduleText text, Phrases phrases, out ScheduleWishes wishes)
    {
        var form = new ScheduleForm(phrases);
        wishes = form.Read(text.Values);
        return form.Wrong ?? (text.Repeated is { } twice ? phrases.UsageOnce(twice) : null);
    }
}
