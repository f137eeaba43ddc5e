using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Supervision;

sealed class CentreReleaseMapping : IEntityTypeConfiguration<CentreRelease>
{
    public void Configure(EntityTypeBuilder<CentreRelease> release)
    {
        release.ToTable("centre_releases");
        release.Property(r => r.Id).ValueGeneratedNever();
        // A forged centre on an attached row must miss, as a forged unit does.
        release.Property(r => r.FromUnitId).IsConcurrencyToken();
        release.Property(r => r.Needs).HasConversion(Conventions.Codes, Conventions.SameCodes);
        release.Property(r => r.Papers).HasConversion(Conventions.Codes, Conventions.SameCodes);
        release.Ignore(r => r.IsAfterLimit);
        release.Ignore(r => r.IsOver);
        release.Ignore(r => r.IsWaiting);
        release.Ignore(r => r.MissingPapers);
        release.HasIndex(r => r.ClientId);
        // Who waits for release is announced once, by whichever centre.
        release.Property(r => r.IdentityNumberIndex).HasMaxLength(16);
        release.HasIndex(r => r.IdentityNumberIndex).IsUnique().HasFilter("state IN ('Announced', 'Declined', 'Accepted')");
        // The calendar and the list of either side go by the day of release.
        release.HasIndex(r => new { r.UnitId, r.ExpectedOn, r.Id });
        release.HasIndex(r => new { r.FromUnitId, r.ExpectedOn, r.Id });
        release.HasOne<Unit>().WithMany().HasForeignKey(r => r.FromUnitId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne<Unit>().WithMany().HasForeignKey(r => r.PlaceId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ReleaseVisitMapping : IEntityTypeConfiguration<ReleaseVisit>
{
    public void Configure(EntityTypeBuilder<ReleaseVisit> visit)
    {
        visit.ToTable("release_visits");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.HasIndex(v => v.ClientId);
        visit.HasIndex(v => v.ReleaseId);
        visit.HasOne<CentreRelease>().WithMany().HasForeignKey(v => v.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne<Client>().WithMany().HasForeignKey(v => v.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
