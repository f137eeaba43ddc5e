namespace Homeward.Web.Components.Forms;

/// <summary>How a field is filled in; Auto goes by the type of the value and whether there are options.</summary>
public enum FieldKind
{
    Auto,
    Text,
    Number,
    Date,
    Month,
    Time,
    Moment,
    Password,
    Tel,
    Email,
    TextArea,
    Select,
    Radio,
    Checkbox,
    File,
}
