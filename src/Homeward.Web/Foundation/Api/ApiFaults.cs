using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Foundation.Api;

/// <summary>Faults as problem details (RFC 9457): broken rules 422 with each rule, a lost race 412, what is missing or foreign 404.</summary>
public sealed partial class ApiFaults(Words words, ILogger<ApiFaults> log)
{
    /// <summary>Answers what the API throws; nothing of a fault's text leaves but what is known to be harmless.</summary>
    public static IApplicationBuilder UseApiFaults(IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(ApiSetup.Prefix),
        api => api.Use(async (context, next) =>
        {
            try
            {
                await next(context);
                if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                {
                    await context.RequestServices.GetRequiredService<ApiFaults>().AnswerBare(context.Response.StatusCode).ExecuteAsync(context);
                }
            }
            catch (OperationCanceledException) when (context is { RequestAborted.IsCancellationRequested: true, Response.HasStarted: false })
            {
                // Whoever asked has gone: nobody reads an answer, and nothing went wrong.
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
            catch (Exception fault) when (!context.Response.HasStarted)
            {
                context.Response.Clear();
                await context.RequestServices.GetRequiredService<ApiFaults>().Answer(fault).ExecuteAsync(context);
            }
        }));

    /// <summary>A body that is no JSON meets no endpoint, which is not to say that there is none.</summary>
    public static bool IsNoJson(HttpRequest request) => request.Path.StartsWithSegments(ApiSetup.Prefix) && request.ContentLength > 0 && !request.HasJsonContentType();

    public ProblemHttpResult Answer(Exception fault)
    {
        switch (fault)
        {
            case RulesBrokenException broken:
                return Problem(StatusCodes.Status422UnprocessableEntity, "api.rules-broken", broken.Rules.Select(rule => new BrokenRule(rule.Code, words[rule.Code, [.. rule.Values]], Field(rule.Field)) { Rule = rule.Rule }));
            case BodyRefusedException refused:
                return Problem(StatusCodes.Status422UnprocessableEntity, "api.rules-broken", refused.Faults.Select(fault => new BrokenRule(fault.Code ?? "ui.bad-value", fault.Message, Field(fault.Path))));
            case Exception unknown when Databases.IsUnknownReference(unknown):
                return Problem(StatusCodes.Status422UnprocessableEntity, "ui.unknown-choice");
            case NotFoundException:
                return Problem(StatusCodes.Status404NotFound, "api.not-found");
            case LostRaceException:
                return Problem(StatusCodes.Status412PreconditionFailed, "api.lost-race");
            case ApiException known:
                return Problem(known.Status, known.Code);
            case BadHttpRequestException { InnerException: JsonException unread } bad:
                return TypedResults.Problem(new ProblemDetails { Status = bad.StatusCode, Title = words["api.not-readable"], Detail = words["api.field-not-readable", unread.Path is null or "$" ? "$" : unread.Path[2..]] });
            case BadHttpRequestException bad:
                return TypedResults.Problem(new ProblemDetails { Status = bad.StatusCode, Title = words["api.not-readable"], Detail = Unbound().Match(bad.Message) is { Success: true } unbound ? words["api.field-not-readable", unbound.Groups[1].Value] : bad.Message });
            default:
                // The type only: a message of the database may repeat a value.
                log.LogError("Unexpected {Fault} at {Place}", fault.GetType().Name, fault.StackTrace?.Split('\n').FirstOrDefault()?.Trim());
                return Problem(StatusCodes.Status500InternalServerError, "api.fault");
        }
    }

    /// <summary>A status that was answered without a word: not signed in, not allowed, no such path or method.</summary>
    ProblemHttpResult AnswerBare(int status) => Problem(status, status switch
    {
        StatusCodes.Status401Unauthorized => "api.not-signed-in",
        StatusCodes.Status403Forbidden => "api.not-allowed",
        StatusCodes.Status404NotFound => "api.not-found",
        StatusCodes.Status415UnsupportedMediaType => "api.not-json",
        _ => "api.not-readable",
    });

    ProblemHttpResult Problem(int status, string key, IEnumerable<BrokenRule>? rules = null)
    {
        var problem = new ProblemDetails { Status = status, Title = words[key], Type = $"https://homeward.invalid/problems/{key}" };
        if (rules is not null)
        {
            problem.Extensions["rules"] = rules.ToList();
        }
        return TypedResults.Problem(problem);
    }

    /// <summary>What the framework says of a value of the address that it cannot read: type, name, value.</summary>
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (\\w+)\" from")]
    private static partial Regex Unbound();

    static string? Field(string? field) => field is null ? null : JsonNamingPolicy.CamelCase.ConvertName(field);

    sealed record BrokenRule(string Code, string Message, string? Field)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Rule { get; init; }
    }
}

/// <summary>A refusal with its status and the key of its sentence.</summary>
public sealed class ApiException(int status, string code) : Exception(code)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}
