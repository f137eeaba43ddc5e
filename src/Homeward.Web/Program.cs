using Homeward.Web.Commands;

return await Shell.RunAsync(args);

/// <summary>The executable <c>homeward</c>; public so that the tests can start the real host.</summary>
public sealed partial class Program
{
    Program()
    {
    }
}
