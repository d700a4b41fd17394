using DigestBot.Tests.Delivery;
using DigestBot.Tests.EndToEnd.Discord;
using DigestBot.Tests.EndToEnd.Discord.Soak;
using DigestBot.Tests.EndToEnd.Killing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DigestBot.Tests.Infrastructure.LongestFirst))]

namespace DigestBot.Tests.Infrastructure;

/// <summary>Begins with the classes that run for a minute or so: the last of them would keep everybody waiting at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // Programs that are killed again and again need the processors, so the two tests of that kind are not neighbours. The last
    // three go through their time in thousands of small steps, and each step is a wait for a processor where these are busy.
    private static readonly Type[] Longest =
    [
        typeof(KillTests), typeof(DeliveryFaultTests), typeof(DeathPointTests), typeof(SoakTests),
        typeof(RushTests), typeof(PumpTests), typeof(ChannelTroubleTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    // The collection of a class of its own has the name of the class in its own name.
    private static int Place(string name) =>
        Array.FindIndex(Longest, type => name.Contains(type.FullName!, StringComparison.Ordinal)) is var place and >= 0 ? place : Longest.Length;
}
