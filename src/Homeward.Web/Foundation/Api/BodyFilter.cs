using Homeward.Web.Components.Forms;

namespace Homeward.Web.Foundation.Api;

/// <summary>Every text of a body has a limit and every code its list, as in the forms; refused with each fault before anything is read.</summary>
sealed class BodyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var words = context.HttpContext.RequestServices.GetRequiredService<Words>();
        var faults = context.Arguments.OfType<IApiBody>().SelectMany(body => new GraphValidator(words).Check(body, "")).ToList();
        return faults.Count == 0 ? next(context) : throw new BodyRefusedException(faults);
    }
}

/// <summary>A body that could be read and may not be taken.</summary>
public sealed class BodyRefusedException(IReadOnlyList<FormError> faults) : Exception("The body is refused.")
{
    public IReadOnlyList<FormError> Faults { get; } = faults;
}
