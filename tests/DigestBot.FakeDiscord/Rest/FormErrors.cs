using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>What is wrong with a body, as error 50035 tells it: a tree that follows the fields.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    public bool Any => _root.Count > 0;

    /// <summary>Notes an error at a path such as <c>embeds.0.title</c>; the empty path is the body itself.</summary>
    public void Add(string path, string code, string message)
    {
        JsonObject at = _root;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[step] is not JsonObject inner)
            {
                at[step] = inner = [];
            }

            at = inner;
        }

        if (at["_errors"] is not JsonArray list)
        {
            at["_errors"] = list = [];
        }

        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choices(string path, string choices) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{choices}}}.");

    /// <summary>Checks a text's length; lengths are counted in UTF-16 units, the stricter of the readings.</summary>
    public void Length(string path, string? text, int most, int least = 0)
    {
        int length = text?.Length ?? 0;
        if (length > most && least <= 0)
        {
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        }
        else if (length == 0 && least > 0)
        {
            Required(path);
        }
        else if (length > most || length < least)
        {
            Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }
    }

    public void Count(string path, int count, int most)
    {
        if (count > most)
        {
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        }
    }

    public Reply? ToRefusal() => Any ? Refusal.InvalidForm(_root) : null;
}
