using Homeward.Data.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Data.Mappings.Worklist;

sealed class LedgerPolicyMapping : IEntityTypeConfiguration<LedgerPolicy>
{
    public void Configure(EntityTypeBuilder<LedgerPolicy> ledger)
    {
        ledger.ToTable("ledger_policies");
        ledger.Property(l => l.Id).ValueGeneratedNever();
        ledger.Property(l => l.Fingerprint).HasMaxLength(64);
        ledger.Property(l => l.Following).HasMaxLength(64);
    }
}
