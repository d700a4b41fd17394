using System.Text;

namespace DigestBot.Adapters;

/// <summary>The terminal of this process.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private const int UsualWidth = 80;

    // A pipe must carry the news in every script, whatever the locale says, and no byte order mark.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lazy<TextReader> _in = new(() => Console.IsInputRedirected
        ? new StreamReader(Console.OpenStandardInput(), Encoding)
        : Console.In);

    public TextReader In => _in.Value;

    public TextWriter Out { get; } = Open(Console.OpenStandardOutput());

    public TextWriter Error { get; } = Open(Console.OpenStandardError());

    public bool InIsInteractive => !Console.IsInputRedirected;

    public bool OutIsInteractive => !Console.IsOutputRedirected;

    public bool ErrorIsInteractive => !Console.IsErrorRedirected;

    // https://no-color.org: present and not empty means no colours, whatever the value.
    public bool Colours => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    public int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return UsualWidth;
            }
        }
    }

    private static StreamWriter Open(Stream stream) => new(stream, Encoding) { AutoFlush = true, NewLine = "\n" };
}
