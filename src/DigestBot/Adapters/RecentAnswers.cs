using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Adapters;

/// <summary>What a platform said lately, so that it is not asked again. Safe to use from many threads.</summary>
/// <remarks>Invariant: holds at most <paramref name="most"/> answers, none of them older than <paramref name="age"/>.</remarks>
internal sealed class RecentAnswers<TKey, T>(int most, TimeSpan age, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (T Value, long At)> _answers = [];
    private readonly Queue<(TKey Id, long At)> _order = new();

    public bool TryGet(TKey id, [MaybeNullWhen(false)] out T value)
    {
        lock (_gate)
        {
            bool known = _answers.TryGetValue(id, out (T Value, long At) answer) && clock.GetElapsedTime(answer.At) < age;
            value = known ? answer.Value : default;
            return known;
        }
    }

    public void Set(TKey id, T value)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            _answers[id] = (value, now);
            _order.Enqueue((id, now));
            while (_order.TryPeek(out (TKey Id, long At) oldest)
                && (_order.Count > most || clock.GetElapsedTime(oldest.At) >= age))
            {
                _order.Dequeue();
                ForgetIfFrom(oldest);
            }
        }
    }

    public void Remove(TKey id)
    {
        lock (_gate)
        {
            _answers.Remove(id);
        }
    }

    // The queue still names answers that were renewed since; those stay.
    private void ForgetIfFrom((TKey Id, long At) place)
    {
        if (_answers.TryGetValue(place.Id, out (T Value, long At) answer) && answer.At == place.At)
        {
            _answers.Remove(place.Id);
        }
    }
}
