using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Releases from a centre as tests need them, under a pack with the rules of Shanghai written down apart from the product's files.</summary>
static class Releases
{
    public static readonly Sealed Text = new([1, 2, 3]);
    public static readonly Guid Centre = new("00000000-0000-0000-0000-0000000000c1");
    public static readonly Guid Point = new("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid OtherPoint = new("00000000-0000-0000-0000-0000000000b1");

    public static PolicyPack Shanghai { get; } = new(
        new PolicyLayer
        {
            Name = "shanghai",
            Version = "1",
            Level = PolicyLevel.City,
            EffectiveFrom = new(2016, 4, 1),
            Parent = "national",
            Values = new Dictionary<string, PolicyValue>
            {
                ["centreReleaseNotice"] = new("R1.47", Evidence.SingleSource) { Number = 7, InWorkingDays = true },
                ["centrePapers"] = new("R1.47", Evidence.SingleSource) { Number = 3, InWorkingDays = true },
                ["arrivalCheckDays"] = new("R3.9", Evidence.Proposed) { List = [1, 12] },
            },
        },
        TestPacks.National());

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static EntryNote Entry(DateOnly today, bool isHistory = false) => new(Ids.New(), null, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), today, isHistory);

    public static CentreRelease Announced(string expectedOn = "2024-04-10", string on = "2024-03-20") => new(
        new ReleaseNotice { CentreId = Centre, PlaceId = Ids.New(), UnitId = Point, Name = Text, ExpectedOn = Day(expectedOn), AnnouncedOn = Day(on) }, Shanghai, Entry(Day(on)));

    public static CentreRelease Accepted(string expectedOn = "2024-04-10", string on = "2024-03-20")
    {
        var release = Announced(expectedOn, on);
        release.Accept(Day(on), Day(on));
        return release;
    }

    public static CentreRelease Linked(string expectedOn = "2024-04-10", string on = "2024-03-20")
    {
        var release = Accepted(expectedOn, on);
        release.Link(Client());
        return release;
    }

    public static CentreRelease Received(string receivedOn = "2024-04-10", string on = "2024-03-20")
    {
        var release = Linked(receivedOn, on);
        release.Receive(Receipt(receivedOn), Day(receivedOn));
        return release;
    }

    public static ReleaseReceipt Receipt(string on, string? mode = "grassRoots", Sealed? collector = null, Sealed? details = null) => new(Day(on), new TimeOnly(9, 30), mode, collector ?? Text, details ?? Text);

    public static Client Client(Guid? unit = null) => new(Ids.New(), unit ?? Point, new ClientIdentity { Name = Text }, new ClientDetails(), DateTime.UnixEpoch);
}
