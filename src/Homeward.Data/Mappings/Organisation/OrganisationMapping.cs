using Homeward.Data.Accounts;
using Homeward.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Organisation;

sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("units");
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.OrganisationParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class StaffMapping : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> staff)
    {
        staff.ToTable("staff");
        staff.Property(s => s.Id).ValueGeneratedNever();
        staff.HasIndex(s => s.WorkNumber).IsUnique();
        staff.HasIndex(s => new { s.UnitId, s.Name });
        staff.HasIndex(s => s.Name);
        staff.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grants");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasIndex(g => g.AccountId);
        grant.HasIndex(g => g.UnitId);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
