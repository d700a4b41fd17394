using Npgsql;

namespace DigestBot.Tests.Infrastructure;

/// <summary>The fixture itself: what the store's tests rely on.</summary>
public sealed class PostgresServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_empty_in_utf8_and_gone_after_it_is_dropped()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);
        string connectionString = await server.CreateDatabaseAsync(Cancel);

        string answer = await AskAsync(connectionString, "CREATE TABLE word (text text); INSERT INTO word VALUES ('Ünïcode, عربي'); SELECT text FROM word");
        string encoding = await AskAsync(connectionString, "SHOW server_encoding");
        await server.DropDatabaseAsync(connectionString, Cancel);

        Assert.Equal("Ünïcode, عربي", answer);
        Assert.Equal("UTF8", encoding);
        var exception = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(connectionString, "SELECT '1'"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, exception.SqlState);
    }

    [Fact]
    public async Task A_database_is_dropped_while_connections_to_it_are_open()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);
        string connectionString = await server.CreateDatabaseAsync(Cancel);
        await using var open = new NpgsqlConnection(connectionString);
        await open.OpenAsync(Cancel);

        await server.DropDatabaseAsync(connectionString, Cancel);

        await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
        {
            await using var command = new NpgsqlCommand("SELECT 1", open);
            await command.ExecuteScalarAsync(Cancel);
        });
    }

    [Fact]
    public async Task Databases_made_at_the_same_time_share_nothing()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);

        string[] names = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            string connectionString = await server.CreateDatabaseAsync(Cancel);
            string name = await AskAsync(connectionString, "CREATE TABLE once (id bigint); SELECT current_database()");
            await server.DropDatabaseAsync(connectionString, Cancel);
            return name;
        }));

        Assert.Equal(8, names.Distinct().Count());
    }

    [Fact]
    public async Task A_database_that_was_not_made_for_a_test_is_never_dropped()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);

        await Assert.ThrowsAsync<ArgumentException>(() => server.DropDatabaseAsync("Host=localhost;Database=news", Cancel));
    }

    [Fact]
    public async Task A_private_server_ends_with_its_input_and_leaves_no_folder()
    {
        PostgresServer shared = await PostgresServer.StartedAsync(Cancel);
        Assert.SkipWhen(shared.Folder is null, "A server of yours is used; none is started.");
        PostgresProcess process = await PostgresProcess.StartAsync(PostgresPrograms.Find()!, Cancel);
        string connectionString = PostgresServer.ConnectionString(process);
        Assert.Equal("postgres", await AskAsync(connectionString, "SELECT current_database()::text"));

        await process.DisposeAsync();

        Assert.False(Directory.Exists(process.Folder));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(connectionString, "SELECT '1'"));
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why()
    {
        PostgresServer shared = await PostgresServer.StartedAsync(Cancel);
        Assert.SkipWhen(shared.Folder is null, "A server of yours is used; none is started.");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => PostgresProcess.StartAsync("/nowhere", Cancel));

        Assert.Contains("/nowhere/initdb", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(statement, connection);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
