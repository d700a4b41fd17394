using DigestBot.Chat;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>Counts what each person asked within the last minute, and says who has to wait.</summary>
/// <remarks>Invariant: holds at most <see cref="MostPeople"/> people, and of each at most as many instants as the limit.</remarks>
internal sealed class CommandPace(IOptions<LimitOptions> limits, TimeProvider clock)
{
    /// <summary>Beyond this, whoever has been silent longest is forgotten: a memory bound, not a limit of people.</summary>
    public const int MostPeople = 10_000;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Asked>> _people = new(StringComparer.Ordinal);
    private readonly LinkedList<Asked> _bySilence = [];

    /// <summary>How many commands a person may give within a minute.</summary>
    public int Limit => limits.Value.CommandsPerMinute;

    /// <summary>Counts one command of the person; what is refused does not count.</summary>
    /// <returns>How long to wait; null when the command may run.</returns>
    public PaceRefusal? Wait(string person)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Asked asked = Find(person);
            Queue<DateTimeOffset> instants = asked.Instants;
            while (instants.TryPeek(out DateTimeOffset oldest) && oldest + Span <= now)
            {
                instants.Dequeue();
            }

            if (instants.Count >= Limit)
            {
                bool isFirst = !asked.IsTold;
                asked.IsTold = true;
                return new(instants.Peek() + Span - now, isFirst);
            }

            asked.IsTold = false;
            instants.Enqueue(now);
            return null;
        }
    }

    private Asked Find(string person)
    {
        if (_people.TryGetValue(person, out LinkedListNode<Asked>? known))
        {
            _bySilence.Remove(known);
            _bySilence.AddLast(known);
            return known.Value;
        }

        if (_people.Count == MostPeople)
        {
            _people.Remove(_bySilence.First!.Value.Person);
            _bySilence.RemoveFirst();
        }

        LinkedListNode<Asked> added = _bySilence.AddLast(new Asked(person));
        _people.Add(person, added);
        return added.Value;
    }

    private sealed class Asked(string person)
    {
        public string Person => person;

        public Queue<DateTimeOffset> Instants { get; } = new();

        /// <summary>Whether they were refused since a command of theirs last ran.</summary>
        public bool IsTold { get; set; }
    }
}
