using Homeward.Data.Policies;

namespace Homeward.Web.Commands.Policy;

/// <summary><c>policy check FILE</c>: whether a policy file can be used.</summary>
public static class PolicyCheck
{
    /// <summary>Returns 0 for a good file; otherwise 2, with file, line and reason of every fault on <paramref name="error"/>.</summary>
    public static int Run(string file, TextWriter output, TextWriter error)
    {
        try
        {
            var faults = PolicyPacks.Check(file, File.ReadAllBytes(file));
            foreach (var fault in faults)
            {
                error.WriteLine(fault);
            }
            if (faults.Count > 0)
            {
                return 2;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file} cannot be read: {exception.Message}");
            return 2;
        }
        output.WriteLine($"{file}: good");
        return 0;
    }
}
