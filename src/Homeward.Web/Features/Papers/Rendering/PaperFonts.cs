using Homeward.Domain.Foundation;
using SkiaSharp;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>The font of the papers: a Chinese one that lies on the machine, or the file that <c>Homeward:PaperFont</c> names.</summary>
public sealed class PaperFonts(IConfiguration configuration) : IDisposable
{
    public static readonly Broken NoFont = new("papers.no-font");
    const int MostFaces = 32;

    /// <summary>A character that every Chinese font has: U+6C49.</summary>
    const int Sample = 0x6C49;

    /// <summary>Where distributions, macOS and Windows put one; those first whose strokes print best.</summary>
    static readonly string[] known =
    [
        "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc", "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "/usr/share/fonts/truetype/arphic/uming.ttc",
        "/System/Library/Fonts/Supplemental/Songti.ttc", "/System/Library/Fonts/PingFang.ttc", @"C:\Windows\Fonts\simsun.ttc", @"C:\Windows\Fonts\msyh.ttc",
    ];

    readonly Lock one = new();
    SKTypeface? found;

    /// <exception cref="RulesBrokenException">There is no Chinese font: the sentence says what to install.</exception>
    public SKTypeface Face
    {
        get
        {
            lock (one)
            {
                return found ??= Find() ?? throw new RulesBrokenException([NoFont]);
            }
        }
    }

    public void Dispose() => found?.Dispose();

    SKTypeface? Find()
    {
        var named = configuration["Homeward:PaperFont"];
        return (named is { Length: > 0 } ? [named] : known).Where(File.Exists).Select(Simplified).FirstOrDefault(face => face is not null);
    }

    /// <summary>A collection holds a face for each region: the simplified one where there is one, otherwise the first that has the characters.</summary>
    static SKTypeface? Simplified(string file)
    {
        SKTypeface? first = null;
        for (var index = 0; index < MostFaces && SKTypeface.FromFile(file, index) is { } face; index++)
        {
            using var font = new SKFont(face);
            var isChinese = font.ContainsGlyph(Sample);
            if (isChinese && face.FamilyName.EndsWith(" SC", StringComparison.Ordinal))
            {
                first?.Dispose();
                return face;
            }
            if (isChinese && first is null)
            {
                first = face;
                continue;
            }
            face.Dispose();
        }
        return first;
    }
}
