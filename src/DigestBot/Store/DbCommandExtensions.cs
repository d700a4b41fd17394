using System.Data.Common;

namespace DigestBot.Store;

/// <summary>Commands made once and run for thousands of rows, on the hot path of ingest.</summary>
internal static class DbCommandExtensions
{
    /// <summary>A command with its parameters in the order given, to be set by position.</summary>
    public static DbCommand Command(
        this DbConnection connection, DbTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (string parameter in parameters)
        {
            command.AddParameter(parameter);
        }

        return command;
    }

    public static DbParameter AddParameter(this DbCommand command, string name)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
