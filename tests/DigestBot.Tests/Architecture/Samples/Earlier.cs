using System.Diagnostics;

namespace DigestBot.Tests.Architecture.Samples.First;

/// <summary>Stands for an earlier slice. Each nested type breaks the rule in its own way, with no using and by a relative name.</summary>
internal static class Earlier
{
    internal sealed class Inherits : Second.Later;

    internal sealed class Holds
    {
        public List<Second.Later[]> All { get; } = [];
    }

    internal static class Takes
    {
        public static bool IsNull(Func<Second.Later?>? value) => value is null;
    }

    internal static class Creates
    {
        public static object Create() => new Second.Later();
    }

    internal static class Calls
    {
        public static int Count() => Second.Later.Count();
    }

    internal static class CallsGeneric
    {
        public static object Create() => Activator.CreateInstance<Second.Later>();
    }

    internal static class Names
    {
        public static string Name() => typeof(Second.Later).Name;
    }

    internal static class Catches
    {
        public static bool Try(Action action)
        {
            try
            {
                action();
                return true;
            }
            catch (Second.Later)
            {
                return false;
            }
        }
    }

    internal static class Defers
    {
        public static Func<object> Create(int times) => () => times + Second.Later.Count();
    }

    internal static class Iterates
    {
        public static IEnumerable<int> Counts()
        {
            yield return Second.Later.Count();
        }
    }

    internal static class Constrains<T>
        where T : Second.Later;

    [DebuggerTypeProxy(typeof(Second.Later))]
    internal sealed class Annotated;
}
