using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Cli;

/// <summary>What platforms add to the doctor's findings.</summary>
public sealed class PlatformChecksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Their_findings_stand_among_the_others_and_one_that_fails_is_named()
    {
        await using TestBot bot = await TestBot.StartAsync(
            "sqlite",
            services => services
                .AddSingleton<IDoctorCheck>(new Check("one", () => throw new HttpRequestException("secret")))
                .AddSingleton<IDoctorCheck>(new Check("two", () => [Finding.Wrong("two", "No token.", "Set one.")])),
            Cancel);
        var request = new TerminalRequest(null, Space.LocalKey, SamplesWhenEmpty: false, Verbose: false);

        DoctorFacts facts = await new DoctorProbe(new Host(bot), bot.Clock).LookAsync(request, Phrases.English, Cancel);
        Finding[] wrong = [.. Doctor.Examine(facts, Phrases.English).Where(finding => finding.Check is "one" or "two")];

        Assert.Equal(
            [
                Finding.Wrong("one", "This could not be looked at: HttpRequestException.", "Run doctor again with --verbose; if it fails again, report it."),
                Finding.Wrong("two", "No token.", "Set one."),
            ],
            wrong);
    }

    private sealed class Check(string name, Func<IReadOnlyList<Finding>> look) : IDoctorCheck
    {
        public string Name => name;

        public Task<IReadOnlyList<Finding>> LookAsync(Phrases phrases, CancellationToken cancellationToken) => Task.FromResult(look());
    }

    private sealed class Host(TestBot bot) : ITerminalHost
    {
        public Task<ITerminalSession> OpenAsync(TerminalRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<ITerminalSession>(new Session(bot));

        public Task ServeAsync(TerminalRequest request, Action<ServeStatus> started, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The doctor serves nothing.");

        public IReadOnlyList<string> CheckConfiguration(TerminalRequest request) => [];
    }

    private sealed class Session(TestBot bot) : ITerminalSession
    {
        public Space Space => bot.Operator;

        public string? Language => null;

        public bool UsesSamples => false;

        public T Get<T>()
            where T : notnull => bot.Get<T>();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
