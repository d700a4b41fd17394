using System.Reflection;

namespace DigestBot.Teams.Tests;

/// <summary>The library stands by itself.</summary>
public sealed class LibraryTests
{
    private static Assembly Library => typeof(Activity).Assembly;

    [Fact]
    public void It_knows_nothing_of_digests() => Assert.DoesNotContain(
        Library.GetReferencedAssemblies(), used => used.Name!.StartsWith("DigestBot", StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_unless_they_are_there_to_be_derived_from()
    {
        HashSet<Type?> bases = [.. Library.GetTypes().Select(type => type.BaseType)];

        Assert.DoesNotContain(
            Library.GetTypes(),
            type => type.Namespace?.StartsWith("DigestBot.Teams", StringComparison.Ordinal) == true
                && type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type));
    }

    [Fact]
    public void What_a_bot_writes_is_in_one_namespace_and_what_its_tests_write_in_another() => Assert.Equal(
        ["DigestBot.Teams", "DigestBot.Teams.Testing"],
        Library.GetExportedTypes().Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal));
}
