using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.People;

sealed class ClientMapping : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.ToTable("clients");
        client.Property(c => c.Id).ValueGeneratedNever();
        client.Property(c => c.IdentityNumberIndex).HasMaxLength(16);
        client.Property(c => c.PhoneIndex).HasMaxLength(16);
        client.Property(c => c.OtherPhoneIndex).HasMaxLength(16);
        client.Property(c => c.Substances).HasConversion(Conventions.Codes, Conventions.SameCodes);
        client.HasIndex(c => c.IdentityNumberIndex).IsUnique();
        client.HasIndex(c => c.PhoneIndex);
        client.HasIndex(c => c.OtherPhoneIndex);
        client.HasIndex(c => new { c.UnitId, c.UpdatedAt });
        client.HasIndex(c => c.UpdatedAt);
        client.HasIndex(c => c.ResponsibleId);
        client.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<Staff>().WithMany().HasForeignKey(c => c.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ContactPersonMapping : IEntityTypeConfiguration<ContactPerson>
{
    public void Configure(EntityTypeBuilder<ContactPerson> person)
    {
        person.ToTable("contact_persons");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.HasIndex(p => p.ClientId);
        person.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ClientAssignmentMapping : IEntityTypeConfiguration<ClientAssignment>
{
    public void Configure(EntityTypeBuilder<ClientAssignment> assignment)
    {
        assignment.ToTable("client_assignments");
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.HasIndex(a => new { a.ClientId, a.From });
        assignment.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class RiskRecordMapping : IEntityTypeConfiguration<RiskRecord>
{
    public void Configure(EntityTypeBuilder<RiskRecord> risk)
    {
        risk.ToTable("risk_records");
        risk.Property(r => r.Id).ValueGeneratedNever();
        risk.Property(r => r.Factors).HasConversion(Conventions.Codes, Conventions.SameCodes).HasMaxLength(2000);
        risk.Property(r => r.Evidence).HasConversion(Conventions.Codes, Conventions.SameCodes).HasMaxLength(4000);
        risk.HasIndex(r => new { r.ClientId, r.On });
        // Changes that wait are few: the list of those who confirm reads only them.
        risk.HasIndex(r => new { r.EnteredAt, r.UnitId }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_risk_records_waiting");
        risk.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class RiskTemplateMapping : IEntityTypeConfiguration<RiskTemplate>
{
    public void Configure(EntityTypeBuilder<RiskTemplate> template)
    {
        template.ToTable("risk_templates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Scale).HasConversion(Conventions.Scale, Conventions.SameScale).HasMaxLength(40_000);
        template.HasIndex(t => new { t.UnitId, t.Number }).IsUnique();
        template.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
