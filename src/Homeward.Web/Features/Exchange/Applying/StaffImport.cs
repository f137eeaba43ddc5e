using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The staff register by work number. Somebody whom a roster brought by name alone is taken up when the register names them.</summary>
public sealed class StaffImport(Db db, ShanghaiClock clock, KnownUnits units) : ISheetImport<StaffRow>
{
    static readonly Broken OutsideScope = new("outside-scope");

    public Parsed<StaffRow> Parse(RowCells cells) => StaffRow.Parse(cells, units.All, clock.Today);

    public string KeyOf(StaffRow row) => row.WorkNumber;

    public string Shown(StaffRow row) => $"{row.WorkNumber} {row.Name}";

    public async Task ApplyAsync(ImportChunk<StaffRow> chunk, CancellationToken ct)
    {
        var numbers = chunk.Rows.Select(row => row.Value.WorkNumber).ToList();
        var names = chunk.Rows.Select(row => row.Value.Name).Distinct().ToList();
        var known = await db.Staff.Where(worker => numbers.Contains(worker.WorkNumber!)).ToDictionaryAsync(worker => worker.WorkNumber!, ct);
        var byName = (await db.Staff.Where(worker => worker.WorkNumber == null && names.Contains(worker.Name)).ToListAsync(ct))
            .ToLookup(worker => (worker.Name, units.HomeOf(worker.UnitId)));
        var adopted = new HashSet<Guid>();
        foreach (var row in chunk.Rows)
        {
            var worker = known.GetValueOrDefault(row.Value.WorkNumber)
                ?? byName[(row.Value.Name, units.HomeOf(row.Value.UnitId))].FirstOrDefault(unnumbered => adopted.Add(unnumbered.Id));
            Take(chunk, row, worker);
        }
    }

    void Take(ImportChunk<StaffRow> chunk, Taken<StaffRow> row, Staff? worker)
    {
        if (!db.Scope.Holds(row.Value.UnitId) || (worker is not null && !db.Scope.Holds(worker.UnitId)))
        {
            chunk.Refuse(row, OutsideScope.With(units.NameOf(row.Value.UnitId)));
            return;
        }
        var details = DetailsOf(row.Value, worker);
        if (worker is null)
        {
            db.Staff.Add(new Staff(row.Value.Name, row.Value.UnitId, details));
            chunk.Created(row);
            return;
        }
        if (worker.Name == row.Value.Name && worker.UnitId == row.Value.UnitId && details == Known(worker))
        {
            chunk.Unchanged(row);
            return;
        }
        worker.Describe(row.Value.Name, details);
        worker.MoveTo(row.Value.UnitId);
        chunk.Updated(row);
    }

    static StaffDetails DetailsOf(StaffRow row, Staff? worker)
    {
        var known = worker is null ? new StaffDetails() : Known(worker);
        return new StaffDetails
        {
            WorkNumber = row.WorkNumber,
            Sex = row.Sex ?? known.Sex,
            BirthDate = row.BirthDate ?? known.BirthDate,
            HiredOn = row.HiredOn ?? known.HiredOn,
            Education = row.Education ?? known.Education,
            Qualification = row.Qualification ?? known.Qualification,
            QualificationNumber = row.QualificationNumber ?? known.QualificationNumber,
            QualificationValidUntil = row.QualificationValidUntil ?? known.QualificationValidUntil,
            Post = row.Post ?? known.Post,
        };
    }

    static StaffDetails Known(Staff worker) => new()
    {
        WorkNumber = worker.WorkNumber,
        Sex = worker.Sex,
        BirthDate = worker.BirthDate,
        HiredOn = worker.HiredOn,
        Education = worker.Education,
        Qualification = worker.Qualification,
        QualificationNumber = worker.QualificationNumber,
        QualificationValidUntil = worker.QualificationValidUntil,
        Post = worker.Post,
    };
}
