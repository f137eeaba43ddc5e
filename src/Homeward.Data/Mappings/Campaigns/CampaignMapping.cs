using Homeward.Domain.Campaigns;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Campaigns;

sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("campaigns");
        campaign.Property(c => c.Id).ValueGeneratedNever();
        campaign.Property(c => c.Risks).HasConversion(Conventions.Codes, Conventions.SameCodes);
        campaign.Property(c => c.Measures).HasConversion(Conventions.Codes, Conventions.SameCodes);
        campaign.Property(c => c.Items).HasConversion(Conventions.Codes, Conventions.SameCodes);
        campaign.Property(c => c.Report).HasMaxLength(1_000_000);
        campaign.HasIndex(c => new { c.UnitId, c.EnteredAt });
        campaign.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class CampaignEntryMapping : IEntityTypeConfiguration<CampaignEntry>
{
    public void Configure(EntityTypeBuilder<CampaignEntry> entry)
    {
        entry.ToTable("campaign_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => new { e.CampaignId, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.CampaignId, e.ClientId }).IsUnique();
        entry.HasOne<Campaign>().WithMany().HasForeignKey(e => e.CampaignId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Client>().WithMany().HasForeignKey(e => e.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
