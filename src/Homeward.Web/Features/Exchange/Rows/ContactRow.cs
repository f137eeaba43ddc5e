using Homeward.Domain.People;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>One contact with a person: interview, home visit, phone, video or report.</summary>
public sealed record ContactRow
{
    const int MinutesOfADay = 24 * 60;

    public required int Row { get; init; }
    public required IdentityNumber IdentityNumber { get; init; }
    public required DateOnly On { get; init; }
    public required string Kind { get; init; }
    public int? Minutes { get; init; }
    public string? Worker { get; init; }
    public string? Content { get; init; }
    public string? NextStep { get; init; }

    /// <summary>Codes of the list <c>service</c>; empty where the file does not tell.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>What makes two rows the same contact.</summary>
    public string Key => $"{IdentityNumber}|{On:yyyyMMdd}|{Kind}|{Worker}|{Content}";

    public static Parsed<ContactRow> Parse(RowCells cells, DateOnly asOf)
    {
        var reading = new RowReading(cells);
        var number = reading.IdentityNumber("idNumber", asOf);
        var on = reading.RequiredDay("on", asOf, number?.BirthDate);
        var kind = reading.RequiredChoice("kind");
        var minutes = reading.Whole("minutes", 0, MinutesOfADay);
        var (worker, content, next) = (reading.Name("worker"), reading.Text("content"), reading.Text("nextStep"));
        var services = reading.RequiredChoices("services");
        if (worker is null)
        {
            reading.Warn("incomplete", reading.Column("worker"));
        }
        if (content is null && kind != "report")
        {
            reading.Warn("incomplete", reading.Column("content"));
        }
        return reading.Finish(() => new ContactRow
        {
            Row = cells.Row,
            IdentityNumber = number!,
            On = on!.Value,
            Kind = kind!,
            Minutes = minutes,
            Worker = worker,
            Content = content,
            NextStep = next,
            Services = services,
        });
    }
}
