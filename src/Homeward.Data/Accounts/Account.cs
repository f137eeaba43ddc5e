using Microsoft.AspNetCore.Identity;

namespace Homeward.Data.Accounts;

/// <summary>Somebody who may sign in; belongs to a person of staff or to nobody (an administrator, a programme).</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid? StaffId { get; set; }

    /// <summary>What the screens call this account.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Demo accounts are listed on the sign-in page in Development, and refused in Production.</summary>
    public bool IsDemo { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime? EndedAt { get; set; }
}
