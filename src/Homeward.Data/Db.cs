using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Data.Mappings;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Trust;
using Homeward.Domain.Worklist;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>
/// The database. It shows only what <see cref="Scope"/> holds, refuses writes outside it, counts versions up,
/// and writes the audit rows of every change in the same transaction.
/// </summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    /// <summary>What this request may see; nothing until it is set.</summary>
    public Scope Scope
    {
        get;
        set
        {
            field = value;
            Narrowed(value);
        }
    } = Scope.Nothing;

    /// <summary>What PostgreSQL's session has been told of the scope.</summary>
    internal SessionScope Session { get; } = new();

    /// <summary>Who acts, and why; a change without it is refused.</summary>
    public Trail Trail { get; set; } = Trail.Nobody;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Staff> Staff => Set<Staff>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<SetUpLink> SetUpLinks => Set<SetUpLink>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<ContactPerson> ContactPersons => Set<ContactPerson>();
    public DbSet<ClientAssignment> ClientAssignments => Set<ClientAssignment>();
    public DbSet<RiskRecord> RiskRecords => Set<RiskRecord>();
    public DbSet<RiskTemplate> RiskTemplates => Set<RiskTemplate>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<MeasureAct> MeasureActs => Set<MeasureAct>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<SupersededPapers> SupersededPapers => Set<SupersededPapers>();
    public DbSet<CleanCertification> CleanCertifications => Set<CleanCertification>();
    public DbSet<IncomingTransfer> IncomingTransfers => Set<IncomingTransfer>();
    public DbSet<FormerFile> FormerFiles => Set<FormerFile>();
    public DbSet<CentreRelease> CentreReleases => Set<CentreRelease>();
    public DbSet<ReleaseVisit> ReleaseVisits => Set<ReleaseVisit>();
    public DbSet<Screen> Screens => Set<Screen>();
    public DbSet<ScreenDispute> ScreenDisputes => Set<ScreenDispute>();
    public DbSet<ScreenPhoto> ScreenPhotos => Set<ScreenPhoto>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperCounter> PaperCounters => Set<PaperCounter>();
    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();
    public DbSet<Scan> Scans => Set<Scan>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<CampaignEntry> CampaignEntries => Set<CampaignEntry>();
    public DbSet<Obligation> Obligations => Set<Obligation>();
    public DbSet<LedgerPolicy> LedgerPolicies => Set<LedgerPolicy>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Called when the scope is set, for what a database does differently under another scope.</summary>
    protected virtual void Narrowed(Scope scope)
    {
    }

    /// <summary>For a context that reads rows by their keys alone and tracks no change: its statements need one plan, and each tells its scope. Before the first statement.</summary>
    public virtual void ReadByKey()
    {
    }

    /// <summary>For the query filters: parameters of the query, read anew each time.</summary>
    bool SeesEverything => Scope.SpansAll;

    Guid[] ScopeUnits => Scope.SpansAll ? [] : Scope.Units;

    /// <summary>Counts a record's version up with the next save though nothing of it changes: whoever judged by the same at the same time loses the race.</summary>
    public void Hold(IVersioned record) => Entry(record).Property(nameof(IVersioned.Version)).IsModified = true;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            BeforeSaving();
            // A save is never given up half-way: acknowledged means durable, and a closed line does not undo it.
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new LostRaceException();
        }
        catch (DbUpdateException fault) when (Databases.IsKeyTaken(fault))
        {
            throw new KeyTakenException();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            BeforeSaving();
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new LostRaceException();
        }
        catch (DbUpdateException fault) when (Databases.IsKeyTaken(fault))
        {
            throw new KeyTakenException();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Looks for changes once; the guard, the audit and the save itself need no second look.</summary>
    void BeforeSaving()
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        SaveGuard.Check(ChangeTracker, Scope);
        AuditRows.Add(this, Trail);
        Database.AutoTransactionBehavior = SavesAsOne() ? AutoTransactionBehavior.Never : AutoTransactionBehavior.WhenNeeded;
    }

    /// <summary>Whether the database takes what is to be saved as a whole or not at all, without being told to.</summary>
    protected virtual bool SavesAsOne() => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        modelBuilder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        modelBuilder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        modelBuilder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
        Shows<Client>(modelBuilder);
        Shows<ContactPerson>(modelBuilder);
        Shows<ClientAssignment>(modelBuilder);
        Shows<RiskRecord>(modelBuilder);
        Shows<Measure>(modelBuilder);
        Shows<MeasureAct>(modelBuilder);
        Shows<TeamMember>(modelBuilder);
        Shows<SupersededPapers>(modelBuilder);
        Shows<CleanCertification>(modelBuilder);
        Shows<IncomingTransfer>(modelBuilder);
        Shows<FormerFile>(modelBuilder);
        Shows<ReleaseVisit>(modelBuilder);
        modelBuilder.Entity<CentreRelease>().HasQueryFilter(Unscoped.Filter, release => SeesEverything || ScopeUnits.Contains(release.UnitId) || ScopeUnits.Contains(release.FromUnitId));
        Shows<Screen>(modelBuilder);
        Shows<ScreenDispute>(modelBuilder);
        Shows<ScreenPhoto>(modelBuilder);
        Shows<Contact>(modelBuilder);
        Shows<Obligation>(modelBuilder);
        Shows<Paper>(modelBuilder);
        Shows<PaperCounter>(modelBuilder);
        Shows<Scan>(modelBuilder);
        Shows<CampaignEntry>(modelBuilder);
        Conventions.Finish(modelBuilder);
    }

    void Shows<T>(ModelBuilder model) where T : class, IBelongsToUnit =>
        model.Entity<T>().HasQueryFilter(Unscoped.Filter, record => SeesEverything || ScopeUnits.Contains(record.UnitId));
}
