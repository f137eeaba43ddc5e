using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Papers;

sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("papers");
        paper.Property(p => p.Id).ValueGeneratedNever();
        paper.Ignore(p => p.IsVoid);
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.HasIndex(p => new { p.ClientId, p.MadeOn });
        paper.HasIndex(p => new { p.UnitId, p.MadeAt, p.Id });
        // No number twice: the last fence behind the counter.
        paper.HasIndex(p => new { p.MadeInUnitId, p.Year, p.Serial }).IsUnique();
        paper.HasIndex(p => p.BatchId).HasFilter("batch_id IS NOT NULL");
        paper.HasIndex(p => p.ObligationId).HasFilter("obligation_id IS NOT NULL");
        paper.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<Measure>().WithMany().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<MeasureAct>().WithMany().HasForeignKey(p => p.ActId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<Screen>().WithMany().HasForeignKey(p => p.ScreenId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<Unit>().WithMany().HasForeignKey(p => p.MadeInUnitId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<PaperTemplate>().WithMany().HasForeignKey(p => p.TemplateId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PaperCounterMapping : IEntityTypeConfiguration<PaperCounter>
{
    public void Configure(EntityTypeBuilder<PaperCounter> counter)
    {
        counter.ToTable("paper_counters");
        counter.Property(c => c.Id).ValueGeneratedNever();
        // Two who draw at once: the second save finds another number and draws again.
        counter.Property(c => c.Last).IsConcurrencyToken();
        counter.HasIndex(c => new { c.UnitId, c.Year }).IsUnique();
        counter.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PaperTemplateMapping : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> template)
    {
        template.ToTable("paper_templates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.HasIndex(t => new { t.OwnerId, t.Kind, t.Number }).IsUnique();
        template.HasOne<Unit>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ScanMapping : IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<Scan> scan)
    {
        scan.ToTable("scans");
        scan.Property(s => s.Id).ValueGeneratedNever();
        scan.Property(s => s.Hash).HasMaxLength(64);
        scan.HasIndex(s => new { s.ClientId, s.Slot });
        scan.HasOne<Client>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        scan.HasOne<Measure>().WithMany().HasForeignKey(s => s.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
