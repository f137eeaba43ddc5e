using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>A paper, whom it is about and who made it.</summary>
public sealed record PaperLook(Paper Paper, Client Client, string? MadeBy);

/// <summary>Reads papers and opens them: the same values and the same version of the template give the same paper again.</summary>
public sealed class PaperReader(Db db, Actor actor, Keyring keys, TemplateChoice templates)
{
    public async Task<PaperLook> RequireAsync(Guid id, CancellationToken ct) => await (
        from paper in db.Papers.AsNoTracking().SeenBy(actor).Where(paper => paper.Id == id)
        join client in db.Clients on paper.ClientId equals client.Id
        join found in db.Accounts on paper.MadeById equals found.Id into accounts
        from account in accounts.DefaultIfEmpty()
        select new PaperLook(paper, client, account.DisplayName)).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();

    /// <summary>The paper as it was made; a hash that does not fit is told, never passed over.</summary>
    public async Task<OpenedPaper> OpenAsync(Paper paper, CancellationToken ct)
    {
        var content = PaperContent.Open(keys, paper);
        var document = (await templates.DocumentAsync(paper, ct)).Map(text => TemplateReader.Fill(text, content.Values, PaperTerms.Blank));
        return new OpenedPaper(paper, document, content.Values, content.Hash == paper.Hash);
    }
}

/// <summary>An opened paper, ready for the screen, A4 or a PDF.</summary>
public sealed record OpenedPaper(Paper Paper, PaperDocument Document, IReadOnlyDictionary<string, string> Values, bool HashFits)
{
    const int ShownOfHash = 16;

    /// <summary>What stands below is a value too: a paper that was made before it was one keeps the line of its day.</summary>
    public IReadOnlyList<string> Foot(int page, int pages) =>
        [PaperTerms.Say("foot", Paper.Number, Paper.TemplateVersion, Paper.Hash[..ShownOfHash], page, pages), Values.GetValueOrDefault("foot", PaperTerms.Secrecy)];

    public PaperSheet ToSheet() => new(Paper.Number, Document, Foot, Paper.IsVoid ? PaperTerms.Across : null, Paper.MadeAt);
}
