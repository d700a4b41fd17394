using System.Reflection;

namespace DigestBot.Tests.Architecture;

/// <summary>The rule that data runs one way: a slice, the namespace right under <paramref name="root"/>, may use only those before it.</summary>
internal sealed class SliceOrder(string root, params string[] flow)
{
    /// <summary>One sentence for each use of a later slice, and for each type outside every slice.</summary>
    public IReadOnlyList<string> Violations(Assembly assembly) =>
        [.. CompiledType.AllOf(assembly).Where(type => IsOurs(type.Written)).SelectMany(Violations).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Violations(CompiledType type)
    {
        int position = Position(type.Written);
        return position < 0
            ? [$"{type.Written.FullName} is in none of the slices"]
            : from used in type.ReferencedTypes()
              where IsOurs(used) && Position(used) > position
              select $"{type.Written.FullName} uses {used.FullName}";
    }

    private bool IsOurs(Type type) =>
        type.Namespace == root || type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true;

    private int Position(Type type) => Array.IndexOf(flow, type.Namespace![root.Length..].Split('.', 3).ElementAtOrDefault(1));
}
