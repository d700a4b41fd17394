using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace DigestBot.Store;

/// <summary>The scripts of one dialect, embedded in this assembly; each is run once, in the order of its name.</summary>
internal static class MigrationScripts
{
    private const string Journal = "schema_version";

    public static UpgradeEngineBuilder WithScriptsOf(this UpgradeEngineBuilder builder, string dialect) => builder
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(Prefix(dialect), StringComparison.Ordinal))
        .WithVariablesDisabled() // a $word$ in a script would be taken for a variable
        .WithTransactionPerScript()
        .LogTo(new NoOpUpgradeLog());

    /// <summary>Asked first on every start, because it costs far less than a migration that has nothing to do.</summary>
    public static async Task<bool> AreAllAppliedAsync(DbConnection connection, string dialect, string journalExists)
    {
        if (await connection.ExecuteScalarAsync<long>(journalExists, new { name = Journal }) == 0)
        {
            return false;
        }

        IEnumerable<string> applied = await connection.QueryAsync<string>($"SELECT scriptname FROM {Journal}");
        return !Names(dialect).Except(applied, StringComparer.Ordinal).Any();
    }

    public static void RunOrThrow(UpgradeEngine engine)
    {
        DatabaseUpgradeResult result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error;
        }
    }

    public static string JournalName => Journal;

    private static IEnumerable<string> Names(string dialect) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix(dialect), StringComparison.Ordinal));

    private static string Prefix(string dialect) => $"{typeof(MigrationScripts).Namespace}.Migrations.{dialect}.";
}
