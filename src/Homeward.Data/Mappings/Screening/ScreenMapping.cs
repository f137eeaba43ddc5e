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
        // One person, day, specimen and kind is one screen; a wrong one is annulled before it is entered again.
        screen.HasIndex(s => new { s.ClientId, s.On, s.Specimen, s.Kind }).IsUnique().HasFilter("annulled_on IS NULL").HasDatabaseName("ix_screens_natural_key");
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
