using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Remembers the latest activities of this process; the oldest make room.</summary>
internal sealed class ActivityMemory(IOptions<BotFrameworkOptions> options) : IActivityMemory
{
    private readonly int _most = options.Value.RememberedActivities;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Conversation, string Activity), LinkedListNode<(string, string)>> _known = [];
    private readonly LinkedList<(string, string)> _byAge = new();

    public ValueTask<bool> TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            (string, string) key = (conversationId, activityId);
            if (_known.ContainsKey(key))
            {
                return ValueTask.FromResult(false);
            }

            if (_known.Count == _most)
            {
                _known.Remove(_byAge.First!.Value);
                _byAge.RemoveFirst();
            }

            _known.Add(key, _byAge.AddLast(key));
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask ForgetAsync(string conversationId, string activityId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_known.Remove((conversationId, activityId), out LinkedListNode<(string, string)>? node))
            {
                _byAge.Remove(node);
            }
        }

        return ValueTask.CompletedTask;
    }
}
