using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Homeward.Web.Commands.Demo;

/// <summary>The words that a demo world is written with, read from the data files beside the command.</summary>
sealed record WordStock(PersonWords People, OrganisationWords Organisation, CaseWords Cases, IReadOnlyList<Division> Divisions)
{
    public static WordStock Load() => new(Read<PersonWords>("people"), Read<OrganisationWords>("organisation"), Read<CaseWords>("casework"), ReadDivisions());

    static T Read<T>(string name)
    {
        using var stream = Open($"{name}.json");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    static List<Division> ReadDivisions()
    {
        using var reader = new StreamReader(Open("shanghai-divisions.csv"));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() });
        return csv.GetRecords<Division>().ToList();
    }

    static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{name}") ?? throw new InvalidOperationException($"demo/{name} is not embedded.");
}

/// <summary>One line of the city's division tree.</summary>
sealed record Division(string Code, string Name, string Level, string ParentCode);

/// <summary>Names, numbers and addresses.</summary>
sealed record PersonWords(
    Dictionary<string, int> Surnames, IReadOnlyList<GivenNames> GivenNames, IReadOnlyList<string> AreaCodes, IReadOnlyList<string> PhonePrefixes,
    IReadOnlyList<string> Roads, string RegisteredAddress, string ResidenceAddress, IReadOnlyList<string> Remarks)
{
    public IReadOnlyList<(string Choice, int Weight)> WeighedSurnames { get; } = [.. Surnames.Select(pair => (pair.Key, pair.Value))];
}

/// <summary>The characters of given names in one generation.</summary>
sealed record GivenNames(int Until, string MaleFirst, string MaleSecond, string FemaleFirst, string FemaleSecond, string MaleSingle, string FemaleSingle);

/// <summary>Names of organisations, posts and papers.</summary>
sealed record OrganisationWords(
    string City, IReadOnlyList<string> Organisations, IReadOnlyList<string> Centres, string StationSuffix, string PointSuffix, IReadOnlyList<string> StreetSuffixes, IReadOnlyList<string> DistrictSuffixes,
    Dictionary<string, string> Posts, string Issuer, Dictionary<string, string> OrderNumbers, IReadOnlyList<string> Kits, IReadOnlyList<string> Laboratories, string LawyerWitness,
    string SampleStore, string CountyPolice, string Clinic, string Elsewhere, string ElsewherePolice)
{
    /// <summary>The name without what kind of place it is.</summary>
    public static string Short(string name, IReadOnlyList<string> suffixes) =>
        suffixes.FirstOrDefault(suffix => name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal)) is { } found ? name[..^found.Length] : name;
}

/// <summary>What contacts and screens say.</summary>
sealed record CaseWords(
    Telling Interview, Telling HomeVisit, Telling Phone, Telling Report, IReadOnlyList<string> Observations, IReadOnlyList<string> NextSteps,
    IReadOnlyList<string> ScreenRemarks, string SignatureRefusal, IReadOnlyList<string> AnnulReasons, Dictionary<string, IReadOnlyList<string>> RiskNotes, IReadOnlyList<string> RiskRefusals,
    Dictionary<string, string> CampaignNames, string CampaignNote, string ReleaseRefusal, string ReleaseWithdrawal, string TransferRefusal, string CertificationRefusal, string ScanTitle);

/// <summary>Sentences that make one note of a contact.</summary>
sealed record Telling(IReadOnlyList<string> Openings, IReadOnlyList<string> Topics, IReadOnlyList<string> Closings)
{
    public string Draw(Dice dice) => string.Concat(dice.Of(Openings), dice.Of(Topics), dice.Chance(0.3) ? dice.Of(Topics) : "", dice.Of(Closings));
}
