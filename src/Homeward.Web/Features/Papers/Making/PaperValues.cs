using System.Globalization;
using System.Text;
using Homeward.Data.Sealing;
using Homeward.Domain.Papers;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>Works out the values of a paper's placeholders, in Chinese, from the records as they are on the day.</summary>
public static class PaperValues
{
    public static SortedDictionary<string, string> Of(PaperFacts facts, string number, Keyring keys)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["number"] = number };
        AddClient(values, facts, keys);
        if (facts.Origin.Measure is { } measure)
        {
            AddMeasure(values, facts, measure);
        }
        values["team"] = PaperTerms.Join(facts.Team.Select(member => PaperTerms.Say("member", PaperTerms.Code("teamRole", member.Role.ToString()), NameOf(member, keys))));
        if (facts.Origin.Act is { } act)
        {
            AddAct(values, facts, act, ActDetails.Open(keys, LeaveOf(facts, act)));
            // Who reviewed a leave is recorded with it; another name may be written over it.
            values[Placeholders.Of(WrittenField.Person)] = act.Kind is MeasureActKind.Leave or MeasureActKind.LeaveExtended ? ActDetails.Open(keys, act)?.Reviewer ?? "" : "";
        }
        else if (facts is { Kind: PaperKind.BreachCertificate, State: { } suspected })
        {
            values["actReason"] = PaperTerms.Code("actReason", suspected.GroundOn is null ? BreachReasons.NewUse : BreachReasons.SeriousBreach);
        }
        if (facts.Origin.Screen is { } screen)
        {
            AddScreen(values, screen);
        }
        if (facts.Kind == PaperKind.Warning)
        {
            AddWarning(values, facts);
        }
        values["day"] = PaperTerms.Day(facts.Day);
        foreach (var (field, text) in facts.Written)
        {
            values[Placeholders.Of(field)] = text;
        }
        var known = Placeholders.Of(facts.Kind);
        return new SortedDictionary<string, string>(
            values.Where(pair => known.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value))).Where(pair => pair.Value.Length > 0).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>Without what no paper can show and no file of a word processor may hold.</summary>
    static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)));

    static void AddClient(SortedDictionary<string, string> values, PaperFacts facts, Keyring keys)
    {
        var client = facts.Client;
        values["clientName"] = keys.Open(client.Name, SealedColumn.ClientName, client.Id);
        values["identityNumber"] = keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id) ?? "";
        values["phone"] = keys.OpenOrNull(client.Phone, SealedColumn.ClientPhone, client.Id) ?? "";
        values["registeredAddress"] = keys.OpenOrNull(client.RegisteredAddress, SealedColumn.ClientRegisteredAddress, client.Id) ?? "";
        values["residenceAddress"] = keys.OpenOrNull(client.ResidenceAddress, SealedColumn.ClientResidenceAddress, client.Id) ?? "";
        values["sex"] = PaperTerms.Code("sex", client.Sex?.ToString());
        values["birthDate"] = PaperTerms.Day(client.BirthDate);
        values["responsible"] = facts.Responsible;
        values["madeOn"] = PaperTerms.Day(facts.MadeOn);
        values["madeBy"] = facts.MadeBy;
        values["unit"] = facts.Places.Unit;
        values["station"] = facts.Places.Station;
        values["organisation"] = facts.Places.Organisation;
        values["street"] = facts.Places.Street;
        values["office"] = PaperTerms.Office(facts.Places.Execution is { Length: > 0 } street ? street : facts.Places.Unit);
        values["foot"] = PaperRules.Of(facts.Kind).IsInternal ? PaperTerms.Secrecy : PaperTerms.Say("handedOut");
        values["district"] = facts.Places.District;
    }

    static void AddMeasure(SortedDictionary<string, string> values, PaperFacts facts, Measure measure)
    {
        values["measure"] = PaperTerms.Code("measure", measure.Kind.ToString());
        values["orderNumber"] = measure.OrderNumber ?? "";
        values["issuedBy"] = measure.IssuedBy ?? "";
        values["orderedOn"] = PaperTerms.Day(measure.OrderedOn);
        values["servedOn"] = PaperTerms.Day(measure.ServedOn);
        values["reportedOn"] = PaperTerms.Day(measure.ReportedOn);
        values["agreementSignedOn"] = PaperTerms.Day(measure.AgreementSignedOn);
        values["termYears"] = Figure(facts.TermYears);
        values["placeOfExecution"] = facts.Places.Execution;
        values["screensDone"] = Figure(facts.Screens.Count(screen => screen is { Outcome: ScreenOutcome.Done, IsAnnulled: false }));
        values["warnings"] = Figure(measure.Acts.Count(act => act is { Kind: MeasureActKind.Warning, IsAnnulled: false }));
        if (facts.State is not { } state)
        {
            return;
        }
        var window = facts.Day is { } day ? state.Windows.FirstOrDefault(window => window.Opens <= day && day <= window.Closes) : state.Windows.FirstOrDefault(window => window.State == ScreeningWindowState.Open);
        values["reportBy"] = PaperTerms.Day(state.ReportBy);
        values["endsOn"] = PaperTerms.Day(state.EndsOn);
        values["status"] = PaperTerms.Code("status", state.Status.ToString());
        values["refusedOrEvaded"] = Figure(state.Counters.RefusedOrEvaded);
        values["leavings"] = Figure(state.Counters.UnauthorisedLeavings);
        values["daysAway"] = Figure(state.Counters.UnauthorisedDays);
        values["windowFrom"] = PaperTerms.Day(window?.Opens);
        values["windowTo"] = PaperTerms.Day(window?.Closes);
    }

    /// <summary>Who has not reported is told of reporting, here or at a new place; whoever has broken a duty of that duty (rules R1.13, R1.14, R1.29).</summary>
    static void AddWarning(SortedDictionary<string, string> values, PaperFacts facts)
    {
        if (facts.Origin.Measure is not { } measure)
        {
            return;
        }
        var isNoShow = facts.Origin.IsNoShow;
        values["warnedFor"] = PaperTerms.Say(isNoShow ? "warnedNoShow" : "warnedBreach");
        values["warnedCounts"] = isNoShow ? PaperTerms.Say("warnedLimit", values.GetValueOrDefault("reportBy", PaperTerms.Blank)) : PaperTerms.Say("warnedCounts", values["madeOn"], values.GetValueOrDefault("refusedOrEvaded", "0"), values.GetValueOrDefault("leavings", "0"), values.GetValueOrDefault("daysAway", "0"));
        values["warnedBy"] = PaperTerms.Say(!isNoShow ? "articlesOfBreach" : measure.ReportedOn is not null ? "articlesOfMove" : measure.Kind == MeasureKind.Crh ? "articlesOfCrh" : "articlesOfCdt");
        values["warnedOf"] = PaperTerms.Say(isNoShow ? "warnedOfNoShow" : "warnedOfBreach", values["measure"]);
    }

    /// <summary>The report that extends a leave tells of the leave, with the new last day.</summary>
    static MeasureAct LeaveOf(PaperFacts facts, MeasureAct act) =>
        act.Kind == MeasureActKind.LeaveExtended ? facts.Origin.Measure?.Acts.FirstOrDefault(leave => leave.Id == act.AboutId) ?? act : act;

    static void AddAct(SortedDictionary<string, string> values, PaperFacts facts, MeasureAct act, ActDetails? details)
    {
        values["actOn"] = PaperTerms.Day(LeaveOf(facts, act).On);
        values["actTo"] = PaperTerms.Day(act.To);
        values["actKnownOn"] = PaperTerms.Day(act.KnownOn);
        values["actReason"] = act.Kind == MeasureActKind.OverdueConfirmed ? PaperTerms.Say("noShow") : PaperTerms.Code("actReason", act.Reason);
        values["actDocument"] = act.DocumentNumber ?? "";
        values["actIssuer"] = act.IssuedBy ?? PaperTerms.Code("issuingBody", act.Issuer?.ToString());
        values["actPlace"] = facts.Places.Act;
        values["actReport"] = act.Kind is MeasureActKind.Leave or MeasureActKind.LeaveExtended ? PaperTerms.Say(act.ReportedInWriting || act.Kind == MeasureActKind.LeaveExtended ? "inWriting" : "notInWriting") : "";
        values["actDestination"] = details?.Destination ?? "";
        values["actContact"] = details?.Contact ?? "";
        values["actCompanion"] = details?.Companion ?? "";
        values["actNote"] = details?.Note ?? "";
    }

    static void AddScreen(SortedDictionary<string, string> values, Screen screen)
    {
        values["screenOn"] = PaperTerms.Day(screen.On);
        values["screenKind"] = PaperTerms.Code("screenKind", screen.Kind.ToString());
        values["specimen"] = PaperTerms.Code("specimen", screen.Specimen.ToString());
        values["outcome"] = PaperTerms.Code("screenOutcome", screen.Outcome.ToString());
        values["result"] = PaperTerms.Code("screenResult", screen.Result?.ToString());
        values["readings"] = PaperTerms.Join(screen.Readings.Select(reading => PaperTerms.Say("reading", PaperTerms.Code("analyte", reading.Key), PaperTerms.Code("reading", reading.Value.ToString()))));
        values["kit"] = string.Join(" ", new[] { screen.KitBrand, screen.KitLot }.Where(part => !string.IsNullOrEmpty(part)));
        values["firstTester"] = screen.FirstTester ?? "";
        values["secondTester"] = screen.SecondTester ?? "";
        values["collector"] = screen.Collector ?? "";
        values["witnesses"] = screen.Witnesses ?? "";
        values["screenPlace"] = screen.Place ?? "";
        values["samples"] = string.Join(" / ", new[] { screen.SampleA, screen.SampleB }.Where(part => !string.IsNullOrEmpty(part)));
    }

    static string NameOf(TeamMember member, Keyring keys) =>
        keys.OpenOrNull(member.Name, SealedColumn.TeamMemberName, member.Id) ?? PaperTerms.Say("noFamily", PaperTerms.Code("noFamilyReason", member.NoFamilyReason));

    static string Figure(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
