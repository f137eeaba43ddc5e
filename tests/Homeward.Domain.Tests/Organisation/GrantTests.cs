using Homeward.Domain.Organisation;

namespace Homeward.Domain.Tests.Organisation;

public class GrantTests
{
    [Fact]
    public void A_centre_has_a_liaison_and_nobody_else_and_a_liaison_belongs_to_a_centre()
    {
        var faults = from role in Enum.GetValues<Role>()
                     from level in Enum.GetValues<UnitLevel>()
                     let isRefused = Grant.WhyNotAt(role, level).Any()
                     where isRefused == ((role, level) is (Role.Liaison, UnitLevel.Centre) || (role != Role.Liaison && level != UnitLevel.Centre))
                     select $"{role} at {level}";

        Assert.Empty(faults);
    }
}
