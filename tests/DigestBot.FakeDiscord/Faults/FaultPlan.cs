using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Faults;

/// <summary>The faults that wait for requests; the first that meets one has it.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public Fault Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
            return fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal Fault? Meet(RestCall call)
    {
        lock (_gate)
        {
            return _faults.Find(fault => fault.Meets(call));
        }
    }
}
