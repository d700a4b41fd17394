using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Adapters.Teams.Package;

/// <summary>The app as Teams takes it: a zip of manifest and icons. Equal manifests give equal bytes.</summary>
internal static class TeamsPackage
{
    private const string Manifest = "manifest.json";

    // The oldest time that a zip can hold.
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonObject manifest)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, Manifest, Encoding.UTF8.GetBytes(manifest.ToJsonString(Readable)));
            foreach (string icon in new[] { TeamsManifest.ColorIcon, TeamsManifest.OutlineIcon })
            {
                Add(archive, icon, Icon(icon));
            }
        }

        return zip.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Undated;
        using Stream stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using Stream resource = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"DigestBot.Adapters.Teams.Package.{name}")
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var icon = new MemoryStream();
        resource.CopyTo(icon);
        return icon.ToArray();
    }
}
