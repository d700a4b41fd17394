namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>How an interaction will be answered; made without waiting for anything.</summary>
/// <param name="Deferral">What is said where the answer takes long.</param>
/// <param name="AnswerAsync">Finds the answer.</param>
internal sealed record InteractionPlan(Deferral Deferral, Func<CancellationToken, Task<InteractionAnswer>> AnswerAsync)
{
    /// <summary>An answer that needs no work.</summary>
    public static InteractionPlan Ready(InteractionAnswer answer) => new(Deferral.Never, _ => Task.FromResult(answer));
}
