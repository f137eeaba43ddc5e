using Homeward.Domain.Casework;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Casework;

sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Purposes).HasConversion(Conventions.Codes, Conventions.SameCodes);
        contact.Property(c => c.Services).HasConversion(Conventions.Codes, Conventions.SameCodes);
        contact.Property(c => c.LifeEvents).HasConversion(Conventions.Codes, Conventions.SameCodes);
        contact.HasIndex(c => new { c.ClientId, c.On });
        contact.HasIndex(c => new { c.UnitId, c.On });
        contact.HasIndex(c => new { c.UnitId, c.EnteredAt });
        contact.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
