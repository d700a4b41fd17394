using System.Reflection;
using Microsoft.Extensions.Options;

namespace DigestBot.Hosting;

/// <summary>Refuses keys of a section that nothing reads: most are misspelt, and would silently do nothing.</summary>
internal sealed class UnknownKeys<TOptions>(IConfiguration configuration, string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    private static readonly string[] Known =
    [
        .. typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => property.Name),
    ];

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] unknown =
        [
            .. configuration.GetSection(section).GetChildren()
                .Select(key => key.Key)
                .Where(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase))
                .Select(key => $"{section}:{key} is not a setting; {section} has {string.Join(", ", Known)}."),
        ];
        return unknown.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }
}
