using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using DigestBot.Tests.Architecture;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests;

/// <summary>The rules of docs/architecture.md that a machine can check.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 300;

    // Public is what leaves the process as JSON or comes in as options; these are the exceptions.
    private static readonly string[] PublicThatAreNoRecords = ["Program"];

    private static readonly string[] DatabaseLibraries =
        ["Dapper", "DbUp", "Microsoft.Data.Sqlite", "Npgsql", "SQLitePCL", "System.Data"];

    // Hands the store's transaction to the scheduler, so that a schedule and its alarm change together or not at all.
    private const string EnlistsTheScheduler = "DigestBot.Schedules.Engine.ClusteredTimetable";

    private static readonly string[] OutsideWorld =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.Path", "System.IO.DriveInfo", "System.IO.FileInfo",
        "System.IO.FileStream", "System.IO.FileSystem", "System.Net.", "System.Console", "System.Environment",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Random", "System.Security.Cryptography.Random",
        "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.TimeProvider", "System.TimeZoneInfo.get_Local",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
    ];

    private static readonly string[] Written = ["*.cs", "*.sql", "*.sh", "*.csproj", "*.props", "*.resx", "*.md", "*.yml"];

    private static Assembly Host => typeof(Program).Assembly;

    private static Assembly Discord => Assembly.Load("DigestBot.Discord");

    private static Assembly Teams => Assembly.Load("DigestBot.Teams");

    private static Assembly Summaries => Assembly.Load("DigestBot.Summaries");

    [Fact]
    public void Slices_use_only_slices_that_come_before_them() => Findings.None(new SliceOrder(
        "DigestBot",
        "News", "Chat", "Store", "Ingest", "Stories", "Digests", "Answers", "Delivery", "Schedules", "Commands",
        "Adapters", "Web", "Cli", "Hosting").Violations(Host));

    [Fact]
    public void Only_the_store_contains_sql()
    {
        var found = from type in CompiledType.AllOf(Host)
                    where !IsStore(type.Written)
                    from literal in type.Literals()
                    where Sql().IsMatch(literal)
                    select $"{type.Written.FullName}: {literal}";

        Findings.None(found);
    }

    [Fact]
    public void Only_the_store_uses_a_database_library()
    {
        var found = from type in CompiledType.AllOf(Host)
                    where type.Written.Namespace?.StartsWith("DigestBot.", StringComparison.Ordinal) == true && !IsStore(type.Written)
                    from used in type.ReferencedTypes()
                    where DatabaseLibraries.Any(library => IsUnder(used.Namespace, library))
                    where type.Written.FullName != EnlistsTheScheduler || used != typeof(DbTransaction)
                    select $"{type.Written.FullName} uses {used.FullName}";

        Findings.None(found);
    }

    [Fact]
    public void Only_the_schedules_know_quartz()
    {
        var found = from type in CompiledType.AllOf(Host)
                    where type.Written.Namespace?.StartsWith("DigestBot.", StringComparison.Ordinal) == true
                    where !IsUnder(type.Written.Namespace, "DigestBot.Schedules.Engine")
                    from used in type.ReferencedTypes()
                    where IsUnder(used.Namespace, "Quartz")
                    select $"{type.Written.FullName} uses {used.FullName}";

        Findings.None(found);
    }

    [Fact]
    public void Only_the_adapter_of_discord_knows_discord()
    {
        var found = from type in CompiledType.AllOf(Host)
                    where type.Written.Namespace?.StartsWith("DigestBot.", StringComparison.Ordinal) == true
                    where !IsUnder(type.Written.Namespace, "DigestBot.Adapters.Discord") && !IsUnder(type.Written.Namespace, "DigestBot.Discord")
                    from used in type.ReferencedTypes()
                    where used.Assembly == Discord
                    select $"{type.Written.FullName} uses {used.FullName}";

        Findings.None(found);
    }

    [Fact]
    public void Only_the_adapter_of_teams_knows_teams()
    {
        var found = from type in CompiledType.AllOf(Host)
                    where type.Written.Namespace?.StartsWith("DigestBot.", StringComparison.Ordinal) == true
                    where !IsUnder(type.Written.Namespace, "DigestBot.Adapters.Teams")
                    from used in type.ReferencedTypes()
                    where used.Assembly == Teams
                    select $"{type.Written.FullName} uses {used.FullName}";

        Findings.None(found);
    }

    [Fact]
    public void The_client_of_teams_knows_nothing_of_the_bot() =>
        Assert.DoesNotContain(Teams.GetReferencedAssemblies(), used => used.Name?.StartsWith("DigestBot", StringComparison.Ordinal) == true);

    [Fact]
    public void The_client_of_discord_knows_nothing_of_the_bot() =>
        Assert.DoesNotContain(Discord.GetReferencedAssemblies(), used => used.Name?.StartsWith("DigestBot", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("SELECT id FROM article", true)]
    [InlineData("\n    select id\n    from article", true)]
    [InlineData(" ORDER BY effective", true)]
    [InlineData("insert into article (id) values (1)", true)]
    [InlineData("PRAGMA journal_mode = WAL", true)]
    [InlineData("Select a story from the list.", false)]
    [InlineData("update", false)]
    [InlineData("Where it was published", false)]
    public void Sql_is_told_from_english(string text, bool sql) => Assert.Equal(sql, Sql().IsMatch(text));

    [Fact]
    public void Summaries_reference_nothing_but_the_runtime()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(
            Summaries.GetReferencedAssemblies(),
            used => Assert.True(File.Exists(Path.Combine(runtime, used.Name + ".dll")), used.Name));
    }

    [Fact]
    public void Summaries_touch_no_file_network_clock_or_chance() =>
        Findings.None(CompiledType.AllOf(Summaries).SelectMany(UsesOfTheOutsideWorld));

    [Fact]
    public void A_use_of_the_outside_world_is_seen() =>
        Assert.Contains(UsesOfTheOutsideWorld(new CompiledType(typeof(RepositoryRoot))), use => use.EndsWith("System.IO.File.Exists", StringComparison.Ordinal));

    [Fact]
    public void Public_types_of_the_host_are_data()
    {
        var found = from type in Host.GetExportedTypes()
                    where !type.IsEnum && !IsRecord(type) && !PublicThatAreNoRecords.Contains(type.FullName)
                    select type.FullName ?? type.Name;

        Findings.None(found);
    }

    [Fact]
    public void Classes_are_sealed_unless_another_of_ours_derives_from_them()
    {
        Type[] types = [.. Host.GetTypes(), .. Summaries.GetTypes()];
        HashSet<Type?> bases = [.. types.Select(type => type.BaseType)];
        var found = from type in types
                    where type.Namespace?.StartsWith("DigestBot", StringComparison.Ordinal) == true
                    where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type)
                    select type.FullName ?? type.Name;

        Findings.None(found);
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var found = from file in Sources("*.cs")
                    let lines = File.ReadLines(file).Count()
                    where lines > LongestFile
                    select $"{RepositoryRoot.Relative(file)}: {lines}";

        Findings.None(found);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var found = from file in Written.SelectMany(Sources)
                    from line in File.ReadLines(file).Index()
                    where LeftForLater().IsMatch(line.Item)
                    select $"{RepositoryRoot.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}";

        Findings.None(found);
    }

    private static IEnumerable<string> Sources(string pattern) => RepositoryRoot.Files(".", pattern);

    private static bool IsStore(Type type) => IsUnder(type.Namespace, "DigestBot.Store");

    private static bool IsUnder(string? name, string root) =>
        name == root || name?.StartsWith(root + ".", StringComparison.Ordinal) == true;

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    // String hashes differ from run to run; what is not a hash table's own must not depend on them.
    private static IEnumerable<string> UsesOfTheOutsideWorld(CompiledType type) =>
        from call in type.CalledMembers()
        let used = $"{call.Member.DeclaringType?.FullName ?? call.Member.ToString()}.{call.Member.Name}"
        where OutsideWorld.Any(name => used.StartsWith(name, StringComparison.Ordinal))
            || (call.By.Name != nameof(GetHashCode) && used is "System.String.GetHashCode" or "System.HashCode.Combine")
        select $"{type.Written.FullName} uses {used}";

    // Keywords in capitals anywhere, or a whole statement in small letters.
    [GeneratedRegex("""
        \b(?:SELECT|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA|WHERE|ORDER\s+BY|GROUP\s+BY|JOIN)\s
        |\b(?:CREATE|ALTER|DROP)\s+(?:\w+\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)\b
        |^\s*(?:select\s[\s\S]+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|(?:create|alter|drop)\s+table|pragma)\s
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Sql();

    [GeneratedRegex("""\b(?:TO[D]O|FIX[M]E|NotImplementedExceptio[n])\b""", RegexOptions.CultureInvariant)]
    private static partial Regex LeftForLater();
}
