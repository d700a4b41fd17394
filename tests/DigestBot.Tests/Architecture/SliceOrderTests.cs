using System.Reflection;
using DigestBot.Tests.Architecture.Samples.First;
using DigestBot.Tests.Architecture.Samples.Second;

namespace DigestBot.Tests.Architecture;

/// <summary>Shows that the architecture's rules see what they forbid.</summary>
public sealed class SliceOrderTests
{
    private const string Root = "DigestBot.Tests.Architecture.Samples";

    private static Assembly This => typeof(SliceOrderTests).Assembly;

    public static TheoryData<string> Ways => [.. typeof(Earlier).GetNestedTypes(BindingFlags.NonPublic).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_use_of_a_type_is_seen_however_it_is_written(string way)
    {
        Type sample = typeof(Earlier).GetNestedType(way, BindingFlags.NonPublic)!;

        IEnumerable<Type> generated = sample.GetNestedTypes(BindingFlags.NonPublic);

        Assert.Contains(typeof(Later), generated.Append(sample).SelectMany(type => new CompiledType(type).ReferencedTypes()));
    }

    [Fact]
    public void A_slice_that_uses_a_later_one_is_reported_once()
    {
        IReadOnlyList<string> violations = new SliceOrder(Root, "First", "Second").Violations(This);

        Assert.Equal([$"{typeof(Earlier).FullName} uses {typeof(Later).FullName}"], violations);
    }

    [Fact]
    public void A_slice_may_use_an_earlier_one() =>
        Assert.Empty(new SliceOrder(Root, "Second", "First").Violations(This));

    [Fact]
    public void A_type_outside_every_slice_is_reported() =>
        Assert.Equal([$"{typeof(Earlier).FullName} is in none of the slices"], new SliceOrder(Root, "Second").Violations(This));

    [Fact]
    public void String_literals_and_the_members_that_code_calls_are_read_from_the_compiled_code()
    {
        var compiled = new CompiledType(typeof(SliceOrderTests));

        Assert.Contains(Root, compiled.Literals());
        Assert.Contains(" uses ", compiled.Literals());
        Assert.Contains(compiled.CalledMembers(), call => call.Member.Name == nameof(Type.GetNestedTypes));
    }
}
