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
        services.AddSingleton<IValidateOptions<TOptions>>(
            provider => new UnknownKeys<TOptions>(provider.GetRequiredService<IConfiguration>(), section));
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
    }

    /// <summary>Checks all that <see cref="AddValidated"/> added; every mistake is told at once.</summary>
    /// <exception cref="OptionsValidationException">Values out of range, unknown keys.</exception>
    /// <exception cref="InvalidDataException">A value that is no number, no duration and so on.</exception>
    public static void CheckOptions(this IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is OptionsValidationException))
        {
            IEnumerable<string> failures = several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures);
            throw new OptionsValidationException(string.Empty, typeof(object), failures);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new InvalidDataException(unreadable.Message, unreadable);
        }
    }
}
