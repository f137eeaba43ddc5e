namespace Homeward.Web.Features.People;

/// <summary>What a page shows of a value before it is revealed (rules R6.14).</summary>
public static class Masks
{
    /// <summary>The family name and stars: <c>W**</c>; two-character family names keep both.</summary>
    public static string Name(string name) => name.Length switch
    {
        0 => "",
        1 => "*",
        >= 4 when NameReading.HasDoubleSurname(name) => name[..2] + new string('*', name.Length - 2),
        _ => name[..1] + new string('*', name.Length - 1),
    };

    /// <summary><c>310101********0044</c>; a passport keeps its last two.</summary>
    public static string Number(string? number) => number switch
    {
        null or "" => "",
        { Length: 18 } => $"{number[..6]}********{number[^4..]}",
        { Length: > 4 } => $"{number[..2]}{new string('*', number.Length - 4)}{number[^2..]}",
        _ => "****",
    };

    /// <summary><c>138****1234</c>.</summary>
    public static string Phone(string? phone) => phone switch
    {
        null or "" => "",
        { Length: >= 8 } => $"{phone[..3]}****{phone[^4..]}",
        _ => "****",
    };

    /// <summary>An address down to the district; the rest is stars.</summary>
    public static string Address(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return "";
        }
        var cut = address.IndexOfAny(['\u533a', '\u53bf']);
        return cut is > 0 and < 12 ? address[..(cut + 1)] + "****" : "****";
    }
}
