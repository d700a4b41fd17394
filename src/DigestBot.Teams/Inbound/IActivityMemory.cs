namespace DigestBot.Teams;

/// <summary>Remembers which activities came, since a channel that heard no answer sends again.</summary>
/// <remarks>Ours is in memory; where several nodes listen, register one that they share.</remarks>
public interface IActivityMemory
{
    /// <summary>Remembers an activity.</summary>
    /// <returns>False where it is remembered already.</returns>
    ValueTask<bool> TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>Forgets it again, because it could not be taken.</summary>
    ValueTask ForgetAsync(string conversationId, string activityId, CancellationToken cancellationToken);
}
