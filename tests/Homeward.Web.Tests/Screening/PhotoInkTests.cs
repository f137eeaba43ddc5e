using System.Text;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Screening;

namespace Homeward.Web.Tests.Screening;

/// <summary>Photos of kits: only what is a picture is taken.</summary>
public class PhotoInkTests
{
    [Theory]
    [InlineData("%PDF-1.7 not a picture")]
    [InlineData("GIF89a")]
    public void A_file_that_is_not_what_it_says_is_refused(string content) =>
        Assert.Throws<RulesBrokenException>(() => PhotoInk.Redraw(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void A_file_that_only_begins_like_a_picture_is_refused() =>
        Assert.Throws<RulesBrokenException>(() => PhotoInk.Redraw([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4]));
}
