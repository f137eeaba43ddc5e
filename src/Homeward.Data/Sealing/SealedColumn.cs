using System.Text;

namespace Homeward.Data.Sealing;

/// <summary>Name of a sealed column, <c>table.column</c>: part of what the value is bound to.</summary>
public sealed class SealedColumn
{
    readonly byte[] prefix;

    SealedColumn(string name)
    {
        Name = name;
        prefix = Encoding.ASCII.GetBytes(name + "|");
    }

    public static readonly SealedColumn ClientName = new("clients.name");
    public static readonly SealedColumn ClientIdentityNumber = new("clients.identity_number");
    public static readonly SealedColumn ClientPhone = new("clients.phone");
    public static readonly SealedColumn ClientOtherPhone = new("clients.other_phone");
    public static readonly SealedColumn ClientRegisteredAddress = new("clients.registered_address");
    public static readonly SealedColumn ClientResidenceAddress = new("clients.residence_address");
    public static readonly SealedColumn ClientRemarks = new("clients.remarks");
    public static readonly SealedColumn ContactPersonName = new("contact_persons.name");
    public static readonly SealedColumn ContactPersonPhone = new("contact_persons.phone");
    public static readonly SealedColumn RiskNote = new("risk_records.note");
    public static readonly SealedColumn RiskRefusal = new("risk_records.refusal");
    public static readonly SealedColumn ScreenRemarks = new("screens.remarks");
    public static readonly SealedColumn ScreenAnnulReason = new("screens.annul_reason");
    public static readonly SealedColumn ScreenRefusalNote = new("screens.refusal_note");
    public static readonly SealedColumn ScreenPhoto = new("screen_photos.content");
    public static readonly SealedColumn ContactContent = new("contacts.content");
    public static readonly SealedColumn ContactObservations = new("contacts.observations");
    public static readonly SealedColumn ContactNextStep = new("contacts.next_step");
    public static readonly SealedColumn ContactAnnulReason = new("contacts.annul_reason");
    public static readonly SealedColumn ActDetails = new("measure_acts.details");
    public static readonly SealedColumn ActAnnulReason = new("measure_acts.annul_reason");
    public static readonly SealedColumn TeamMemberName = new("team_members.name");
    public static readonly SealedColumn TeamMemberPhone = new("team_members.phone");
    public static readonly SealedColumn TeamMemberAnnulReason = new("team_members.annul_reason");
    public static readonly SealedColumn CertificationRefusal = new("clean_certifications.refusal_reason");
    public static readonly SealedColumn TransferName = new("incoming_transfers.name");
    public static readonly SealedColumn TransferBrief = new("incoming_transfers.brief");
    public static readonly SealedColumn TransferAnswer = new("incoming_transfers.answer");
    public static readonly SealedColumn ReleaseName = new("centre_releases.name");
    public static readonly SealedColumn ReleaseIdentityNumber = new("centre_releases.identity_number");
    public static readonly SealedColumn ReleaseBrief = new("centre_releases.brief");
    public static readonly SealedColumn ReleaseReason = new("centre_releases.reason");
    public static readonly SealedColumn ReleaseCollector = new("centre_releases.collector");
    public static readonly SealedColumn ReleaseReceipt = new("centre_releases.receipt");
    public static readonly SealedColumn ReleaseTakenOverBy = new("centre_releases.taken_over_by");
    public static readonly SealedColumn ReleaseVisitNotes = new("release_visits.notes");
    public static readonly SealedColumn FormerFileName = new("former_files.name");
    public static readonly SealedColumn FormerFileContent = new("former_files.content");
    public static readonly SealedColumn PaperContent = new("papers.content");
    public static readonly SealedColumn PaperService = new("papers.service");
    public static readonly SealedColumn PaperVoidReason = new("papers.void_reason");
    public static readonly SealedColumn ScanContent = new("scans.content");
    public static readonly SealedColumn ScanTitle = new("scans.title");
    public static readonly SealedColumn ScanAnnulReason = new("scans.annul_reason");
    public static readonly SealedColumn CampaignNote = new("campaign_entries.note");
    public static readonly SealedColumn CampaignClosingNote = new("campaigns.closing_note");
    public static readonly SealedColumn CallUpSeed = new("measures.call_ups_seed");
    public static readonly SealedColumn DraftContent = new("drafts.content");
    public static readonly SealedColumn ImportFile = new("import_runs.file");
    public static readonly SealedColumn ImportFileName = new("import_runs.file_name");
    public static readonly SealedColumn ImportResult = new("import_runs.result");
    public static readonly SealedColumn IdempotentBody = new("idempotent_answers.body");
    public static readonly SealedColumn SavedViewName = new("saved_views.name");

    /// <summary>No column: what is sought, in an address, bound to the account.</summary>
    public static readonly SealedColumn SoughtText = new("address.sought");
    public static readonly SealedColumn SecondFactor = new("accounts.second_factor");

    public string Name { get; }

    internal int AssociatedLength => prefix.Length + 16;

    internal void WriteAssociated(Guid row, Span<byte> into)
    {
        prefix.CopyTo(into);
        row.TryWriteBytes(into[prefix.Length..]);
    }

    public override string ToString() => Name;
}
