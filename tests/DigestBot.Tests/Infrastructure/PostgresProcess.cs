using System.Diagnostics;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A private PostgreSQL in a temporary folder, which lives exactly as long as this process holds its input.</summary>
/// <remarks>
/// A shell stands between: it waits on its standard input, and the kernel closes that pipe however this process ends,
/// SIGKILL included. Then the shell stops the server at once and removes the folder. No other clean-up is needed.
/// </remarks>
internal sealed class PostgresProcess : IAsyncDisposable
{
    // Ignored signals are for the shell only: Ctrl-C reaches every process of the terminal, and the shell has to
    // survive it to clean up; the server sets handlers of its own. Line 8 of postmaster.pid says when it accepts
    // connections (it is what pg_ctl reads).
    private const string Script = """
        set -eu
        trap '' HUP INT QUIT PIPE TERM
        programs=$1
        folder=$(mktemp -d "$2/digestbot-postgres.XXXXXX")
        server=
        stop() {
          [ -z "$server" ] || kill -QUIT "$server" 2>/dev/null || true
          wait
          rm -rf "$folder"
        }
        trap stop EXIT
        cd "$folder"
        "$programs/initdb" -D "$folder/data" -U postgres -A trust --no-sync --locale=C.UTF-8 --encoding=UTF8 \
          >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$programs/postgres" -D "$folder/data" -k "$folder" -p 5432 -c listen_addresses= -c max_connections=500 \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
          >"$folder/log" 2>&1 &
        server=$!
        until [ "$(sed -n '8s/ *$//p' "$folder/data/postmaster.pid" 2>/dev/null)" = ready ]; do
          kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
          sleep 0.05
        done
        echo "$folder"
        cat >/dev/null
        """;

    private readonly Process _shell;

    private PostgresProcess(Process shell, string folder)
    {
        _shell = shell;
        Folder = folder;
    }

    /// <summary>The temporary folder; the server's socket is in it.</summary>
    public string Folder { get; }

    /// <summary>Starts a server from the programs in <paramref name="programs"/> and waits until it accepts connections.</summary>
    public static async Task<PostgresProcess> StartAsync(string programs, CancellationToken cancellationToken)
    {
        Process shell = Process.Start(Command(programs)) ?? throw new InvalidOperationException("No shell was started.");
        if (await shell.StandardOutput.ReadLineAsync(cancellationToken) is { } folder)
        {
            return new PostgresProcess(shell, folder);
        }

        string problem = await shell.StandardError.ReadToEndAsync(cancellationToken);
        shell.Dispose();
        throw new InvalidOperationException($"PostgreSQL from {programs} did not start: {problem}");
    }

    /// <summary>Does what the end of this process would do, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static ProcessStartInfo Command(string programs)
    {
        string[] shell = ["/bin/sh", "-c", Script, "digestbot-postgres", programs, Path.GetTempPath().TrimEnd('/')];
        string[] command = Environment.IsPrivilegedProcess && PostgresPrograms.UnprivilegedUser() is { } user
            ? ["setpriv", $"--reuid={user.UserId}", $"--regid={user.GroupId}", "--clear-groups", "--", .. shell]
            : shell;
        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
    }
}
