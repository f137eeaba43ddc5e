using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Screening;

sealed class ScreenMapping : IEntityTypeConfiguration<Screen>
{
    public void Configure(EntityTypeBuilder<Screen> screen)
    {
        screen.ToTable("screens");
        screen.Property(s => s.Id).ValueGeneratedNever();
        screen.Property(s => s.Readings).HasConversion(Conventions.ByCode<Reading>(), Conventions.SameByCode<Reading>()).HasMaxLength(2000);
        screen.HasIndex(s => new { s.ClientId, s.On });
        screen.HasIndex(s => new { s.UnitId, s.On });
        screen.HasIndex(s => new { s.UnitId, s.EnteredAt });
        // What waits for the police or for a confirmation is a handful.
        screen.HasIndex(s => s.UnitId).HasFilter("annulled_on IS NULL AND (result = 'PositivePreliminary' OR outcome = 'EvadedUnconfirmed')").HasDatabaseName("ix_screens_waiting");
        // Samples that are still kept are few: the disposal list reads only them.
        screen.HasIndex(s => new { s.KeepSamplesUntil, s.UnitId }).HasFilter("sample_a IS NOT NULL AND samples_disposed_on IS NULL AND annulled_on IS NULL").HasDatabaseName("ix_screens_kept_samples");
        // One person, day, specimen and kind is one screen; a wrong one is annulled before it is entered again.
        screen.HasIndex(s => new { s.ClientId, s.On, s.Specimen, s.Kind }).IsUnique().HasFilter("annulled_on IS NULL AND compulsion_approved_by IS NULL").HasDatabaseName("ix_screens_natural_key");
        // Who refused may be tested by compulsion on the same day (rules R2.6).
        screen.HasIndex(s => new { s.ClientId, s.On, s.Specimen, s.Kind }, "ix_screens_compelled_key").IsUnique().HasFilter("annulled_on IS NULL AND compulsion_approved_by IS NOT NULL").HasDatabaseName("ix_screens_compelled_key");
        screen.HasOne<Client>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        screen.HasOne<Measure>().WithMany().HasForeignKey(s => s.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ScreenPhotoMapping : IEntityTypeConfiguration<ScreenPhoto>
{
    public void Configure(EntityTypeBuilder<ScreenPhoto> photo)
    {
        photo.ToTable("screen_photos");
        photo.Property(p => p.Id).ValueGeneratedNever();
        photo.HasIndex(p => p.ScreenId).IsUnique();
        photo.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        photo.HasOne<Screen>().WithMany().HasForeignKey(p => p.ScreenId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ScreenDisputeMapping : IEntityTypeConfiguration<ScreenDispute>
{
    public void Configure(EntityTypeBuilder<ScreenDispute> dispute)
    {
        dispute.ToTable("screen_disputes");
        dispute.Property(d => d.Id).ValueGeneratedNever();
        dispute.Ignore(d => d.Next);
        dispute.Ignore(d => d.Ends);
        dispute.Ignore(d => d.Result);
        dispute.Property(d => d.Entries).HasField("entries").UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion(Conventions.Entries, Conventions.SameEntries).HasMaxLength(4000);
        dispute.HasIndex(d => d.ScreenId).IsUnique();
        dispute.HasOne<Client>().WithMany().HasForeignKey(d => d.ClientId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<Screen>().WithMany().HasForeignKey(d => d.ScreenId).OnDelete(DeleteBehavior.Restrict);
    }
}
