using System.Globalization;
using System.Text;
using QRCoder;

namespace Homeward.Web.Features.Trust;

/// <summary>The key of a second factor as an authenticator app takes it in: typed by hand, opened on the phone itself, or scanned from another screen.</summary>
/// <param name="UserName">Whose key it is.</param>
/// <param name="Secret">In Base32.</param>
public sealed record AuthenticatorKey(string UserName, string Secret)
{
    const string Issuer = "Homeward";
    const int Group = 4;

    /// <summary>In groups, for whoever types it.</summary>
    public string Spaced => string.Join(' ', Secret.Chunk(Group).Select(part => new string(part)));

    /// <summary>The address that authenticator apps register for.</summary>
    public string Address => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(UserName)}?secret={Secret}&issuer={Issuer}";

    /// <summary>The address as a QR code: how many modules a side has, and each dark module as a square of one, with the quiet zone around them.</summary>
    public (int Side, string Path) Picture()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        return (code.ModuleMatrix.Count, path.ToString());
    }
}
