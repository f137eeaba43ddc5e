using Homeward.Domain.Foundation;
using SkiaSharp;

namespace Homeward.Web.Features.Screening;

/// <summary>Takes the photo of a kit: a JPEG or PNG by its first bytes, drawn anew as JPEG, so that neither metadata nor anything hidden stays.</summary>
public static class PhotoInk
{
    public static readonly Broken TooLarge = new("screening.photo-too-large", "Photo");
    public static readonly Broken NotPicture = new("screening.photo-not-picture", "Photo");
    public const int MostBytes = 5 << 20;
    const int LongestSide = 2000;
    const long MostPixels = 60_000_000;
    const int Quality = 85;

    static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
    static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static async Task<byte[]?> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            return null;
        }
        RulesBrokenException.ThrowIfAny(file.Length > MostBytes ? [TooLarge] : []);
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, ct);
        return Redraw(memory.ToArray());
    }

    public static byte[] Redraw(byte[] bytes)
    {
        RulesBrokenException.ThrowIfAny(bytes.AsSpan().StartsWith(Jpeg) || bytes.AsSpan().StartsWith(Png) ? [] : [NotPicture]);
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        RulesBrokenException.ThrowIfAny(codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels ? [NotPicture] : []);
        using var picture = SKBitmap.Decode(codec);
        RulesBrokenException.ThrowIfAny(picture is null ? [NotPicture] : []);
        return Encode(picture!, codec!.EncodedOrigin);
    }

    /// <summary>Phones write which way up they were held into the metadata that goes: the turn is drawn in.</summary>
    static byte[] Encode(SKBitmap picture, SKEncodedOrigin origin)
    {
        var lies = origin is SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, LongestSide / (float)Math.Max(picture.Width, picture.Height));
        var width = Math.Max(1, (int)(picture.Width * scale));
        var height = Math.Max(1, (int)(picture.Height * scale));
        using var surface = SKSurface.Create(new SKImageInfo(lies ? height : width, lies ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Turn(canvas, origin, width, height);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    static void Turn(SKCanvas canvas, SKEncodedOrigin origin, int width, int height)
    {
        switch (origin)
        {
            case SKEncodedOrigin.BottomRight:
                canvas.Translate(width, height);
                canvas.RotateDegrees(180);
                break;
            case SKEncodedOrigin.RightTop:
                canvas.Translate(height, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.LeftBottom:
                canvas.Translate(0, width);
                canvas.RotateDegrees(270);
                break;
            default:
                break;
        }
    }
}
