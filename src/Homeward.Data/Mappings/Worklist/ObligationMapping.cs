using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Worklist;

sealed class ObligationMapping : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.ToTable("obligations");
        obligation.Property(o => o.Id).ValueGeneratedNever();
        obligation.Property(o => o.NaturalKey).HasMaxLength(100);
        obligation.Property(o => o.Rule).HasMaxLength(20);
        obligation.Property(o => o.PolicyVersion).HasMaxLength(60);
        // What a release makes due it makes due for a person: sent to another unit it may be tied to another file.
        obligation.HasIndex(o => new { o.ClientId, o.NaturalKey }).IsUnique();
        obligation.HasIndex(o => new { o.ClientId, o.Opens });
        // Most of what is open lies ahead: a worklist and its counts go by the day on which a window opens, overdue by the day on which it closes.
        obligation.HasIndex(o => new { o.ResponsibleId, o.Opens, o.Closes }).HasFilter("settled_on IS NULL").HasDatabaseName("ix_obligations_open_by_worker");
        obligation.HasIndex(o => new { o.Closes, o.UnitId, o.Kind }).HasFilter("settled_on IS NULL").HasDatabaseName("ix_obligations_open_by_day");
        obligation.HasIndex(o => new { o.Opens, o.Closes, o.UnitId }).HasFilter("settled_on IS NULL").HasDatabaseName("ix_obligations_open_by_opening");
        obligation.HasIndex(o => new { o.UnitId, o.Opens, o.Closes }).HasFilter("settled_on IS NULL").HasDatabaseName("ix_obligations_open_by_unit");
        obligation.HasOne<Client>().WithMany().HasForeignKey(o => o.ClientId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasOne<Measure>().WithMany().HasForeignKey(o => o.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
