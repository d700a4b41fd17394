using DigestBot.Hosting;
using DigestBot.Tests.Architecture;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Documentation;

/// <summary>What docs/configuration.md and the configuration at the root say is what the code does.</summary>
public sealed class ConfigurationTests
{
    private static readonly IConfigurationRoot File = new ConfigurationBuilder()
        .AddJsonFile(RepositoryRoot.Combine("appsettings.json"))
        .Build();

    [Fact]
    public void The_tables_of_settings_are_those_of_the_code() =>
        GeneratedBlock.Check("docs/configuration.md", "options", OptionTables.Render());

    [Fact]
    public void The_configuration_at_the_root_starts_the_bot()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<IConfiguration>(File)
            .AddLogging()
            .AddDigestBot(TimeProvider.System)
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void Every_section_at_the_root_is_one_that_something_reads()
    {
        string[] known = ["Logging", .. OptionTables.Sections.Select(section => section.Section)];

        Assert.Equal(["Chat", "Store", "Fetch", "Ingest", "WebSub", "Digests", "Answers", "Delivery", "Schedules", "Limits", "Discord", "Teams", "Web"], known[1..]);
        Findings.None(File.GetChildren().Select(section => section.Key).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_root_sets_is_the_default_so_that_leaving_it_out_changes_nothing()
    {
        var found = from section in OptionTables.Sections
                    let defaults = Activator.CreateInstance(section.Record)
                    let bound = File.GetSection(section.Section).Get(section.Record) ?? defaults
                    from set in File.GetSection(section.Section).GetChildren()
                    let property = section.Record.GetProperty(set.Key)
                    where property is null || !Equals(property.GetValue(bound), property.GetValue(defaults))
                    select $"{section.Section}:{set.Key} is '{set.Value}'";

        Findings.None(found);
    }

    // The generated validators read every property, so they do not count.
    [Fact]
    public void Every_setting_is_read_by_something()
    {
        HashSet<string> read = [.. from type in CompiledType.AllOf(typeof(Program).Assembly)
                                   where type.Written.FullName?.Contains("Options", StringComparison.Ordinal) == false
                                   from call in type.CalledMembers()
                                   select $"{call.Member.DeclaringType?.FullName}.{call.Member.Name}"];
        HashSet<string> within = [.. from section in OptionTables.Sections
                                     from call in new CompiledType(section.Record).CalledMembers()
                                     where call.By.Name.StartsWith("Max", StringComparison.Ordinal)
                                     select $"{call.Member.DeclaringType?.FullName}.{call.Member.Name}"];
        var found = from section in OptionTables.Sections
                    from property in OptionTables.Properties(section.Record)
                    let getter = $"{section.Record.FullName}.get_{property.Name}"
                    where !read.Contains(getter) && !within.Contains(getter)
                    select $"{section.Section}:{property.Name}";

        Findings.None(found);
    }
}
