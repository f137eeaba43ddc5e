using System.ComponentModel.DataAnnotations;

namespace Homeward.Web.Features.Trust;

/// <summary>What the sign-in form takes.</summary>
public sealed class SignInInput
{
    [Display(Name = "trust.user-name"), Required, StringLength(100)]
    public string? UserName { get; set; }

    [Display(Name = "trust.password"), Required, StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "trust.code", Description = "trust.code-hint"), StringLength(10)]
    public string? Code { get; set; }
}
