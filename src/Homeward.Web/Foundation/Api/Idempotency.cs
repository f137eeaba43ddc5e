using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Homeward.Web.Foundation.Api;

/// <summary>
/// Writes with an <c>Idempotency-Key</c>: the answer is stored in the transaction of the change, so the same key and body gives the first answer again,
/// and the same key with another body is 409.
/// </summary>
sealed class IdempotencyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return await next(context);
        }
        return key.Length > IdempotentAnswers.LongestKey
            ? throw new ApiException(StatusCodes.Status400BadRequest, "api.key-too-long")
            : await http.RequestServices.GetRequiredService<IdempotentAnswers>().OnceAsync(http, key, HashOf(context), async () => await next(context));
    }

    /// <summary>Method, path and every bound argument that came with the request.</summary>
    static byte[] HashOf(EndpointFilterInvocationContext context)
    {
        var text = new StringBuilder($"{context.HttpContext.Request.Method} {context.HttpContext.Request.Path}{context.HttpContext.Request.QueryString}");
        foreach (var argument in context.Arguments.OfType<IApiBody>())
        {
            text.Append('\n').Append(JsonSerializer.Serialize(argument, argument.GetType()));
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>Marks what arrives as the body of a request.</summary>
public interface IApiBody;

/// <summary>An answer of the API that can be kept and given again.</summary>
public sealed class ApiAnswer(int status, object? body, string? location = null, int? version = null) : IResult, IStatusCodeHttpResult, IValueHttpResult
{
    public int? StatusCode => status;
    public object? Value => body;
    public string? Location => location;
    public string? ETag => version is { } number ? $"\"{number}\"" : null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        if (ETag is { } tag)
        {
            httpContext.Response.Headers.ETag = tag;
        }
        if (location is not null)
        {
            httpContext.Response.Headers.Location = location;
        }
        if (body is not null)
        {
            await httpContext.Response.WriteAsJsonAsync(body, body.GetType(), httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        }
    }
}

/// <summary>Keeps and repeats the answers of writes.</summary>
public sealed class IdempotentAnswers(Db db, Keyring keys, Actor actor, ShanghaiClock clock, IOptions<JsonOptions> json)
{
    public const int LongestKey = 100;

    /// <summary>
    /// The key is taken before anything is done: who sends the same at the same instant waits until the first is done, and is answered as the first,
    /// or does it where the first was refused.
    /// </summary>
    public async Task<object?> OnceAsync(HttpContext http, string key, byte[] hash, Func<Task<object?>> run)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await FirstAsync(key) is { } first)
        {
            return Again(http, first, hash);
        }
        var kept = new IdempotentAnswer { Id = Ids.New(), AccountId = actor.AccountId, Key = key, RequestHash = hash, CreatedAt = clock.Now };
        if (!await TakenAsync(kept))
        {
            return Again(http, await FirstAsync(key) ?? throw new ApiException(StatusCodes.Status409Conflict, "api.key-in-use"), hash);
        }
        var result = await run();
        if (result is not ApiAnswer answer)
        {
            return result;
        }
        kept.Status = answer.StatusCode!.Value;
        kept.Body = answer.Value is null ? null : keys.Seal(JsonSerializer.SerializeToUtf8Bytes(answer.Value, answer.Value.GetType(), json.Value.SerializerOptions), SealedColumn.IdempotentBody, kept.Id);
        kept.Location = answer.Location;
        kept.ETag = answer.ETag;
        db.IdempotentAnswers.Update(kept);
        await db.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }

    Task<IdempotentAnswer?> FirstAsync(string key) => db.IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(kept => kept.AccountId == actor.AccountId && kept.Key == key);

    async Task<bool> TakenAsync(IdempotentAnswer kept)
    {
        db.IdempotentAnswers.Add(kept);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (KeyTakenException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    IResult Again(HttpContext http, IdempotentAnswer first, byte[] hash)
    {
        if (!first.RequestHash.AsSpan().SequenceEqual(hash))
        {
            throw new ApiException(StatusCodes.Status409Conflict, "api.key-reused");
        }
        http.Response.Headers["Idempotency-Replayed"] = "true";
        if (first.ETag is not null)
        {
            http.Response.Headers.ETag = first.ETag;
        }
        if (first.Location is not null)
        {
            http.Response.Headers.Location = first.Location;
        }
        return first.Body is null ? TypedResults.StatusCode(first.Status) : TypedResults.Text(keys.OpenBytes(first.Body, SealedColumn.IdempotentBody, first.Id), "application/json; charset=utf-8", first.Status);
    }
}
