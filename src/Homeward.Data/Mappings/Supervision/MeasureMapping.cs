using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Supervision;

sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("measures");
        measure.Property(m => m.Id).ValueGeneratedNever();
        measure.Ignore(m => m.IsOpen);
        measure.OwnsOne(m => m.CallUps, callUps =>
        {
            callUps.Property(c => c.Commitment).HasColumnName("call_ups_commitment").HasMaxLength(64);
            callUps.Property(c => c.Seed).HasColumnName("call_ups_seed");
            callUps.Property(c => c.ClientWord).HasColumnName("call_ups_client_word").HasMaxLength(40);
        });
        measure.HasIndex(m => m.ClientId);
        // A second open measure of one kind for one person is refused by the last fence too (rules R1.53).
        measure.HasIndex(m => new { m.ClientId, m.Kind }).IsUnique().HasFilter("ended_on IS NULL");
        measure.HasOne<Client>().WithMany().HasForeignKey(m => m.ClientId).OnDelete(DeleteBehavior.Restrict);
        measure.HasMany(m => m.Acts).WithOne().HasForeignKey(a => a.MeasureId).OnDelete(DeleteBehavior.Restrict);
        measure.Navigation(m => m.Acts).UsePropertyAccessMode(PropertyAccessMode.Field);
        measure.HasMany(m => m.Superseded).WithOne().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Restrict);
        measure.Navigation(m => m.Superseded).UsePropertyAccessMode(PropertyAccessMode.Field);
        // The register of legal cases: what runs, the newest first.
        measure.HasIndex(m => new { m.KnownOn, m.Id }).HasFilter("ended_on IS NULL").HasDatabaseName("ix_measures_open_by_day");
    }
}

sealed class MeasureActMapping : IEntityTypeConfiguration<MeasureAct>
{
    public void Configure(EntityTypeBuilder<MeasureAct> act)
    {
        act.ToTable("measure_acts");
        act.Property(a => a.Id).ValueGeneratedNever();
        act.Ignore(a => a.IsAnnulled);
        act.HasIndex(a => a.ClientId);
        // What other offices have answered to a change of place since yesterday is a handful.
        act.HasIndex(a => new { a.RecordedAt, a.UnitId }).HasFilter("annulled_on IS NULL AND kind IN ('TransferRejected', 'TransferAccepted')").HasDatabaseName("ix_measure_acts_answers");
        // Changes of place are few beside all acts; their list is read newest first.
        act.HasIndex(a => new { a.On, a.Id }).HasFilter("annulled_on IS NULL AND kind = 'Transferred'").HasDatabaseName("ix_measure_acts_moves");
        act.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.ToTable("team_members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Ignore(m => m.IsAnnulled);
        member.HasIndex(m => new { m.MeasureId, m.From });
        member.HasIndex(m => new { m.ClientId, m.From });
        member.HasOne<Client>().WithMany().HasForeignKey(m => m.ClientId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<Measure>().WithMany().HasForeignKey(m => m.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class SupersededPapersMapping : IEntityTypeConfiguration<SupersededPapers>
{
    public void Configure(EntityTypeBuilder<SupersededPapers> papers)
    {
        papers.ToTable("superseded_papers");
        papers.Property(p => p.Id).ValueGeneratedNever();
        papers.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class CleanCertificationMapping : IEntityTypeConfiguration<CleanCertification>
{
    public void Configure(EntityTypeBuilder<CleanCertification> certification)
    {
        certification.ToTable("clean_certifications");
        certification.Property(c => c.Id).ValueGeneratedNever();
        certification.Ignore(c => c.IsOpen);
        certification.HasIndex(c => c.ClientId);
        certification.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class IncomingTransferMapping : IEntityTypeConfiguration<IncomingTransfer>
{
    public void Configure(EntityTypeBuilder<IncomingTransfer> transfer)
    {
        transfer.ToTable("incoming_transfers");
        transfer.Property(t => t.Id).ValueGeneratedNever();
        transfer.Property(t => t.DocumentNumber).HasMaxLength(100);
        transfer.Property(t => t.Reason).HasMaxLength(40);
        transfer.Ignore(t => t.IsWaiting);
        transfer.HasIndex(t => new { t.UnitId, t.State, t.RequestedOn });
        transfer.HasIndex(t => t.MeasureId);
    }
}

sealed class FormerFileMapping : IEntityTypeConfiguration<FormerFile>
{
    public void Configure(EntityTypeBuilder<FormerFile> file)
    {
        file.ToTable("former_files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.HasIndex(f => new { f.UnitId, f.ReadableUntil });
    }
}
