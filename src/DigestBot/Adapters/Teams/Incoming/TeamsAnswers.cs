using System.Text.Json;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Sends answers where they were asked for, or to whoever asked alone.</summary>
internal sealed class TeamsAnswers(TeamsDialogue dialogue)
{
    // Teams asks whether an answer was good, and tells us.
    private static readonly JsonElement Feedback = JsonSerializer.SerializeToElement(
        new { feedbackLoop = new { type = "default" } }, TeamsJson.Options);

    public static async Task SayAsync(ITurnContext turn, IReadOnlyList<Activity> answers, CancellationToken cancellationToken)
    {
        foreach (Activity answer in answers)
        {
            await turn.SendActivityAsync(answer, cancellationToken);
        }
    }

    /// <summary>Answers in the conversation; what is private goes to whoever asked and nobody else.</summary>
    public async Task SendAsync(ITurnContext turn, Reply reply, ChatMessage message, CancellationToken cancellationToken)
    {
        Activity asked = turn.Activity;
        IReadOnlyList<Activity> answers = dialogue.Lay(Publicly(reply, asked), message);
        if (reply is Reply.OfAnswer)
        {
            answers = [.. answers.Select((answer, i) => i == answers.Count - 1 ? answer with { ChannelData = Feedback } : answer)];
        }

        if (reply.IsPrivate && asked.Recipient?.IsTargeted == true)
        {
            await SayAsync(turn, [.. answers.Select(answer => answer with { Recipient = asked.From! with { IsTargeted = true } })], cancellationToken);
        }
        else if (IsSecret(reply, asked))
        {
            await SendDirectlyAsync(turn, answers, message, cancellationToken);
        }
        else
        {
            await SayAsync(turn, answers, cancellationToken);
        }
    }

    private async Task SendDirectlyAsync(
        ITurnContext turn, IReadOnlyList<Activity> answers, ChatMessage message, CancellationToken cancellationToken)
    {
        Phrases phrases = TeamsDialogue.PhrasesOf(message);
        Activity asked = turn.Activity;
        string sentence = phrases.TeamsAnsweredDirectly;
        var chat = new ConversationParameters
        {
            IsGroup = false,
            Bot = asked.Recipient,
            Members = [new ChannelAccount(asked.From?.Id)],
            TenantId = asked.GetTenantId(),
            ChannelData = JsonSerializer.SerializeToElement(
                new TeamsChannelData { Tenant = new TenantInfo { Id = asked.GetTenantId() } }, TeamsJson.Options),
        };
        try
        {
            await ((CloudAdapter)turn.Adapter).CreateConversationAsync(
                asked.Recipient?.Id ?? "", Channels.Msteams, asked.ServiceUrl ?? "", null, chat, (direct, token) => SayAsync(direct, answers, token), cancellationToken);
        }
        catch (ErrorResponseException refused) when (refused.StatusCode is System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.NotFound)
        {
            sentence = phrases.TeamsNotInstalledForYou;
        }

        await SayAsync(turn, [TeamsLayout.Lay(sentence, dialogue.ReaderIn(phrases))], cancellationToken);
    }

    // Commands that are private in a menu may be answered here, where whoever asked chose to ask; a digest or an answer is
    // private only where that was wished for. What is kept of a person is nobody else's business.
    private static bool IsSecret(Reply reply, IActivity asked) =>
        !TeamsCaller.IsPersonal(asked) && reply is Reply.OfDigest { IsPrivate: true } or Reply.OfAnswer { IsPrivate: true }
            or Reply.OfPerson or Reply.OfHoldings or Reply.OfFollows;

    // Names and reasons of what fails are for managers, and others read along.
    private static Reply Publicly(Reply reply, IActivity asked) => reply is Reply.OfStatus { Status: var status } shown && !TeamsCaller.IsPersonal(asked)
        ? shown with { Status = status with { InDetail = false } }
        : reply;
}
