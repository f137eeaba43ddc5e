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
    }
}

sealed class MeasureActMapping : IEntityTypeConfiguration<MeasureAct>
{
    public void Configure(EntityTypeBuilder<MeasureAct> act)
    {
        act.ToTable("measure_acts");
        act.Property(a => a.Id).ValueGeneratedNever();
        act.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
