using System.CommandLine;

namespace DigestBot.Cli;

/// <summary><c>sources add|list|show|test|pause|resume|off|on|set|remove|import|export</c></summary>
internal static class SourcesVerb
{
    public static Command Create(CliContext context) => new("sources", context.Phrases.VerbSources)
    {
        SourcesAddVerb.Create(context),
        SourcesListVerb.CreateList(context),
        SourcesListVerb.CreateShow(context),
        SourcesTestVerb.Create(context),
        SourcesChangeVerb.CreatePause(context),
        SourcesChangeVerb.CreateResume(context),
        SourcesChangeVerb.CreateOff(context),
        SourcesChangeVerb.CreateOn(context),
        SourcesSetVerb.Create(context),
        SourcesChangeVerb.CreateRemove(context),
        SourcesOpmlVerb.CreateImport(context),
        SourcesOpmlVerb.CreateExport(context),
    };
}
