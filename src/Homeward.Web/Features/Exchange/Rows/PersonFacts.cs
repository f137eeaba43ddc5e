using Homeward.Domain.People;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Holds the written birth date and sex against those that the identity number carries.</summary>
static class PersonFacts
{
    public static void Check(RowReading reading, IdentityNumber? number, DateOnly asOf)
    {
        var born = reading.Day("birthDate");
        if (born > asOf)
        {
            reading.Refuse("in-future", reading.Column("birthDate"), born);
        }
        else if (number is not null && born is not null && born != number.BirthDate)
        {
            reading.Refuse("birth-date-mismatch", born, number.BirthDate);
        }
        var sex = Sex(reading);
        if (number is not null && sex is not null && sex != number.Sex)
        {
            reading.Refuse("sex-mismatch");
        }
    }

    public static Sex? Sex(RowReading reading) => Enum.TryParse<Sex>(reading.Choice("sex"), ignoreCase: true, out var sex) ? sex : null;
}
