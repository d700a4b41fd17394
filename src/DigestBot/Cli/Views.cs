using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Adapters;

namespace DigestBot.Cli;

/// <summary>How every document of <c>--json</c> is written: camel case, letters of every script as they are.</summary>
[JsonSerializable(typeof(DigestView))]
[JsonSerializable(typeof(CatchUpView))]
[JsonSerializable(typeof(AnswerView))]
[JsonSerializable(typeof(IngestView))]
[JsonSerializable(typeof(VerifyView))]
[JsonSerializable(typeof(WhyView))]
[JsonSerializable(typeof(ReindexView))]
[JsonSerializable(typeof(ForgottenView))]
[JsonSerializable(typeof(AllowedView))]
[JsonSerializable(typeof(OpmlView))]
[JsonSerializable(typeof(ListView<SearchHitView>))]
[JsonSerializable(typeof(ListView<StoryListingView>))]
[JsonSerializable(typeof(ListView<SourceView>))]
[JsonSerializable(typeof(ListView<SourceTestView>))]
[JsonSerializable(typeof(ListView<TopicView>))]
[JsonSerializable(typeof(TopicTestView))]
[JsonSerializable(typeof(ListView<Finding>))]
[JsonSerializable(typeof(ListView<ScheduleView>))]
[JsonSerializable(typeof(PreviewView))]
[JsonSerializable(typeof(ListView<RunView>))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(TeamsManifestView))]
internal sealed partial class Views : JsonSerializerContext
{
    // The document goes to a pipe or a file, never into a page, so nothing needs to be escaped for HTML.
    public static Views Json { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new InstantConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
