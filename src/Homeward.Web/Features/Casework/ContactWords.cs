using Homeward.Domain.Casework;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Casework;

/// <summary>The sign of each mode of contact.</summary>
public static class ContactWords
{
    public static string Icon(ContactMode mode) => mode switch
    {
        ContactMode.Interview => Outlined.Forum,
        ContactMode.HomeVisit => Outlined.Home,
        ContactMode.Phone => Outlined.Call,
        ContactMode.Video => Outlined.VideoCall,
        _ => Outlined.EditNote,
    };
}
