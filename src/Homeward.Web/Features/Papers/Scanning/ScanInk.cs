using System.Security.Cryptography;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Screening;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary>Takes the file of a scan: a picture is drawn anew as the photos of kits are, a PDF is looked into and taken as it is.</summary>
public static class ScanInk
{
    public const int MostBytes = 10 << 20;
    public static readonly Broken Missing = new("papers.scan-missing", "File");
    public static readonly Broken TooLarge = new("papers.scan-too-large", "File");
    public static readonly Broken NeitherKind = new("papers.scan-neither", "File");
    public static readonly Broken Runs = new("papers.scan-runs", "File");

    public static async Task<ScanFile> ReadAsync(IFormFile? file, string? title, Keyring keys, Guid scanId, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(file is null or { Length: 0 } ? [Missing] : file.Length > MostBytes ? [TooLarge.With(MostBytes >> 20)] : []);
        using var memory = new MemoryStream((int)file!.Length);
        await file.CopyToAsync(memory, ct);
        var (format, bytes) = Take(memory.ToArray());
        return new ScanFile(format, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), keys.Seal(bytes, SealedColumn.ScanContent, scanId), keys.SealOrNull(title, SealedColumn.ScanTitle, scanId));
    }

    public static (ScanFormat Format, byte[] Bytes) Take(byte[] bytes)
    {
        if (PdfCheck.IsPdf(bytes))
        {
            RulesBrokenException.ThrowIfAny(PdfCheck.WhatRuns(bytes) is { } what ? [Runs.With(what)] : []);
            return (ScanFormat.Pdf, bytes);
        }
        RulesBrokenException.ThrowIfAny(bytes.Length > PhotoInk.MostBytes ? [TooLarge.With(PhotoInk.MostBytes >> 20)] : []);
        try
        {
            return (ScanFormat.Jpeg, PhotoInk.Redraw(bytes));
        }
        catch (RulesBrokenException)
        {
            throw new RulesBrokenException([NeitherKind]);
        }
    }
}
