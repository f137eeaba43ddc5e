namespace Homeward.Domain.People;

/// <summary>Why a text is not an identity number.</summary>
public enum IdentityNumberFault
{
    None,
    Shape,
    Date,
    CheckDigit,
}

/// <summary>What had to be mended to read an identity number.</summary>
[Flags]
public enum IdentityNumberRepairs
{
    None = 0,
    FifteenDigits = 1,
    FullWidth = 2,
    SpacesAndCase = 4,
}

/// <summary>The codes under which faults and repairs are reported.</summary>
public static class IdentityNumberCodes
{
    public static string Code(this IdentityNumberFault fault) => fault switch
    {
        IdentityNumberFault.Shape => "identity-number-shape",
        IdentityNumberFault.Date => "identity-number-date",
        IdentityNumberFault.CheckDigit => "check-digit",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No fault, no code."),
    };

    public static IEnumerable<string> Codes(this IdentityNumberRepairs repairs)
    {
        if (repairs.HasFlag(IdentityNumberRepairs.FifteenDigits))
        {
            yield return "15-digit";
        }
        if (repairs.HasFlag(IdentityNumberRepairs.FullWidth))
        {
            yield return "full-width";
        }
        if (repairs.HasFlag(IdentityNumberRepairs.SpacesAndCase))
        {
            yield return "spaces-and-case";
        }
    }
}
