using Homeward.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Reads one client in the caller's scope, by a query that is compiled once: of all reads the most frequent.</summary>
public sealed class ClientById
{
    readonly Func<Db, Guid, Task<ClientRow?>> read = EF.CompileAsyncQuery((Db db, Guid id) => db.Clients.Where(client => client.Id == id).Select(ClientRow.Of).SingleOrDefault());

    /// <summary>As the first statement of its context.</summary>
    public async Task<ClientRow> RequireAsync(Db db, Guid id)
    {
        db.ReadByKey();
        return await read(db, id) ?? throw new NotFoundException();
    }
}
