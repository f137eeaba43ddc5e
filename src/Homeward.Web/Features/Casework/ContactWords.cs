using Homeward.Domain.Casework;
using Homeward.Web.Foundation;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Casework;

/// <summary>The sign of each mode of contact, and what was given in one in words.</summary>
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

    /// <summary>What was learnt of the client's life, in the order of the list.</summary>
    public static string LifeEventsOf(this Words words, Contact contact) => string.Join(words["ui.list-comma"], contact.LifeEvents.Select(word => words.Code("lifeEvent", word)));

    /// <summary>The services given in a contact, in the order of the list.</summary>
    public static string ServicesOf(this Words words, Contact contact) => string.Join(words["ui.list-comma"], contact.Services.Select(service => words.Code("service", service)));
}
