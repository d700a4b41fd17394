using System.CommandLine;
using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary><c>doctor</c>: fails when something is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Create(CliContext context)
    {
        var verb = new Command("doctor", context.Phrases.VerbDoctor);
        verb.SetAction((result, cancellationToken) => RunAsync(context, result, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, ParseResult result, CancellationToken cancellationToken)
    {
        TerminalRequest request = context.Request(result, samplesWhenEmpty: false);
        DoctorFacts facts = await new DoctorProbe(context.Host, context.Clock).LookAsync(request, context.Phrases, cancellationToken);
        IReadOnlyList<Finding> findings = Doctor.Examine(facts, context.Phrases);
        if (result.GetValue(context.Globals.Json))
        {
            context.Terminal.Out.WriteLine(
                JsonSerializer.Serialize(new ListView<Finding>(findings), Views.Json.ListViewFinding));
        }
        else
        {
            Table(findings, context.Phrases).Print(context.Terminal, context.Phrases);
        }

        int problems = findings.Count(finding => !finding.Ok);
        context.Terminal.Error.WriteLine(
            problems == 0 ? context.Phrases.DoctorAllWell : context.Phrases.DoctorProblems(problems));
        return problems == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static TerminalTable Table(IReadOnlyList<Finding> findings, Phrases phrases) => new(
        [phrases.ColumnState, phrases.ColumnCheck, phrases.ColumnFinding, phrases.ColumnRemedy],
        [.. findings.Select(Row)]);

    private static string[] Row(Finding finding) =>
        [finding.Ok ? "✓" : "✗", finding.Check, finding.Text, finding.Remedy ?? ""];
}
