using CsCheck;
using Homeward.Domain.People;

namespace Homeward.Domain.Tests.People;

public class IdentityNumberTests
{
    static readonly DateOnly today = new(2026, 11, 23);

    static readonly Gen<string> numbers =
        from area in Gen.Int[110000, 659999]
        from birth in Gen.Date[new DateTime(1900, 1, 1), new DateTime(2026, 11, 23)]
        from order in Gen.Int[0, 999]
        select Whole($"{area}{birth:yyyyMMdd}{order:000}");

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData("440524188001010014", null, null)]
    [InlineData("440524198001010013", "1980-01-01", Sex.Male)]
    public void A_known_number_tells_birth_and_sex(string text, string? birth, Sex? sex)
    {
        var read = IdentityNumber.TryParse(text, out var number);

        Assert.Equal(birth is not null, read);
        if (read)
        {
            Assert.Equal((DateOnly.Parse(birth!, null), sex), (number.BirthDate, (Sex?)number.Sex));
        }
    }

    [Fact]
    public void Full_width_digits_are_read_and_told() => AssertRepaired("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", "full-width");

    [Fact]
    public void Spaces_inside_and_outside_are_read_and_told() => AssertRepaired(" 110105 19491231\u3000002X\t", "11010519491231002X", "spaces-and-case");

    [Fact]
    public void A_small_x_is_read_and_told() => AssertRepaired("11010519491231002x", "11010519491231002X", "spaces-and-case");

    [Fact]
    public void Fifteen_digits_get_the_century_and_the_check_character() => AssertRepaired("110105491231002", "11010519491231002X", "15-digit");

    [Fact]
    public void Several_repairs_are_all_told() => AssertRepaired("１10105 491231002", "11010519491231002X", "15-digit", "full-width", "spaces-and-case");

    [Theory]
    [InlineData("110105194912310021", "check-digit")]
    [InlineData("", "identity-number-shape")]
    [InlineData(null, "identity-number-shape")]
    [InlineData("1101051949123100", "identity-number-shape")]
    [InlineData("1101051949123100XX", "identity-number-shape")]
    [InlineData("X10105194912310021", "identity-number-shape")]
    [InlineData("11010549123100X", "identity-number-shape")]
    [InlineData("11010519491231002X0", "identity-number-shape")]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "identity-number-shape")]
    public void What_is_not_a_number_is_refused_with_its_code(string? text, string code)
    {
        Assert.False(IdentityNumber.TryParse(text, today, out _, out var fault, out _));
        Assert.Equal(code, fault.Code());
    }

    [Theory]
    [InlineData("19490231")]
    [InlineData("20230229")]
    [InlineData("18991231")]
    [InlineData("19491301")]
    [InlineData("20261124")]
    public void A_day_of_birth_that_cannot_be_is_refused(string birth)
    {
        Assert.False(IdentityNumber.TryParse(Whole($"310101{birth}004"), today, out _, out var fault, out _));
        Assert.Equal(IdentityNumberFault.Date, fault);
    }

    [Fact]
    public void A_number_is_masked_to_its_first_six_and_last_four()
    {
        Assert.True(IdentityNumber.TryParse("11010519491231002X", out var number));
        Assert.Equal("110105********002X", number.Masked);
        Assert.Equal("002X", number.LastFour);
    }

    [Fact]
    public void Any_well_made_number_is_read_as_it_stands() => numbers.Sample(text =>
        IdentityNumber.TryParse(text, today, out var number, out _, out var repairs)
        && number.ToString() == text && repairs == IdentityNumberRepairs.None && $"{number.BirthDate:yyyyMMdd}" == text[6..14]);

    [Fact]
    public void One_wrong_digit_is_always_found() => Gen.Select(numbers, Gen.Int[0, 16], Gen.Int[1, 9]).Sample((text, place, shift) =>
    {
        var digits = text.ToCharArray();
        digits[place] = (char)('0' + ((digits[place] - '0' + shift) % 10));
        return !IdentityNumber.TryParse(new string(digits), out _);
    });

    [Fact]
    public void Equal_numbers_are_equal()
    {
        Assert.True(IdentityNumber.TryParse("110105491231002", out var old));
        Assert.True(IdentityNumber.TryParse("11010519491231002x", out var whole));
        Assert.Equal(whole, old);
    }

    /// <summary>The check character by the printed weights of GB 11643.</summary>
    static string Whole(string seventeen)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return seventeen + "10X98765432"[seventeen.Select((digit, place) => (digit - '0') * weights[place]).Sum() % 11];
    }

    static void AssertRepaired(string text, string canonical, params string[] repairs)
    {
        Assert.True(IdentityNumber.TryParse(text, today, out var number, out _, out var made));
        Assert.Equal(canonical, number.ToString());
        Assert.Equal(repairs, made.Codes());
    }
}
