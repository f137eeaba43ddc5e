using Homeward.Data;
using Homeward.Web.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation.Api;

/// <summary>Every text of a body has a limit and every code its list, as in the forms, and a day that is asked for is one of our calendar; refused with each fault before anything is read.</summary>
sealed class BodyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<DateOnly>().Any(day => !Calendar.Has(day)))
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "api.not-readable");
        }
        var services = context.HttpContext.RequestServices;
        var bodies = context.Arguments.OfType<IApiBody>().ToList();
        var faults = bodies.SelectMany(body => new GraphValidator(services.GetRequiredService<Words>()).Check(body, "")).ToList();
        if (faults.Count > 0)
        {
            throw new BodyRefusedException(faults);
        }
        if (bodies.Count > 0)
        {
            // The body has arrived: one connection for the whole write, whose session is reset and told its scope once, not for every statement.
            await services.GetRequiredService<Db>().Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        }
        return await next(context);
    }
}

/// <summary>A body that could be read and may not be taken.</summary>
public sealed class BodyRefusedException(IReadOnlyList<FormError> faults) : Exception("The body is refused.")
{
    public IReadOnlyList<FormError> Faults { get; } = faults;
}
