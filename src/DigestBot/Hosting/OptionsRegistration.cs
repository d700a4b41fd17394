using Microsoft.Extensions.Options;

namespace DigestBot.Hosting;

/// <summary>Binds options so that a mistake in them is found before anything runs.</summary>
internal static class OptionsRegistration
{
    /// <summary>Binds a section and refuses to start on a bad value or an unknown key.</summary>
    public static void AddValidated<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
    }
}
