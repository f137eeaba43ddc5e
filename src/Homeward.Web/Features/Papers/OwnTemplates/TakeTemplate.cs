using System.Text;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>Takes an organisation's own template: checked line by line, kept for ever under the next number.</summary>
public sealed class TakeTemplate(Db db, Actor actor, ShanghaiClock clock)
{
    public const int MostBytes = 1 << 20;
    public static readonly Broken Missing = new("papers.template-missing", "File");
    public static readonly Broken TooLarge = new("papers.template-too-large", "File");
    public static readonly Broken NotText = new("papers.template-not-text", "File");
    public static readonly Broken WithoutNumber = new("papers.template-without-number", "File");
    public static readonly Broken WithoutName = new("papers.template-without-name", "File");
    const int MostFaults = 20;

    static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static ReadOnlySpan<byte> Zip => "PK\x3\x4"u8;

    public async Task<PaperTemplate> RunAsync(Guid recordId, PaperKind kind, IFormFile? file, CancellationToken ct)
    {
        if (await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(found => found.Id == recordId, ct) is { } same)
        {
            return same;
        }
        RulesBrokenException.ThrowIfAny(file is null or { Length: 0 } ? [Missing] : file.Length > MostBytes ? [TooLarge.With(MostBytes >> 20)] : []);
        using var memory = new MemoryStream();
        await file!.CopyToAsync(memory, ct);
        var (format, content) = Checked(memory.ToArray(), kind);
        var owner = db.Trail.UnitId ?? throw new NotFoundException();
        var last = await db.PaperTemplates.Where(found => found.OwnerId == owner && found.Kind == kind).MaxAsync(found => (int?)found.Number, ct) ?? 0;
        var template = new PaperTemplate(recordId, owner, kind, last + 1, format, content, new EntryNote(recordId, actor.AccountId, clock.Now, clock.Today));
        db.PaperTemplates.Add(template);
        db.Trail = db.Trail with { Act = "template.take" };
        await db.SaveChangesAsync(ct);
        return template;
    }

    /// <summary>From now on papers are made from the one before it, or from the product's.</summary>
    public async Task RetireAsync(Guid id, CancellationToken ct)
    {
        var owner = db.Trail.UnitId;
        var template = await db.PaperTemplates.SingleOrDefaultAsync(found => found.Id == id && found.OwnerId == owner, ct) ?? throw new NotFoundException();
        template.Retire(clock.Today);
        db.Trail = db.Trail with { Act = "template.retire" };
        await db.SaveChangesAsync(ct);
    }

    static (TemplateFormat Format, byte[] Content) Checked(byte[] bytes, PaperKind kind)
    {
        var known = Placeholders.Of(kind);
        if (bytes.AsSpan().StartsWith(Zip))
        {
            Refuse(DocxReader.Read(bytes, known));
            return (TemplateFormat.Docx, bytes);
        }
        string text;
        try
        {
            text = strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RulesBrokenException([NotText]);
        }
        Refuse(TemplateReader.Read(text, known));
        return (TemplateFormat.Html, strict.GetBytes(text));
    }

    /// <summary>What cannot be read, and what would be no paper of anybody: each bears its number and says whom it is about.</summary>
    static void Refuse((PaperDocument Document, IReadOnlyList<TemplateFault> Faults) read)
    {
        RulesBrokenException.ThrowIfAny(read.Faults.Take(MostFaults).Select(fault => fault.ToBroken()));
        var all = new StringBuilder();
        read.Document.Map(text =>
        {
            all.Append(text);
            return text;
        });
        var said = all.ToString();
        RulesBrokenException.ThrowIfAny(new[] { WithoutNumber.With("{{number}}"), WithoutName.With("{{clientName}}") }.Where(missing => !said.Contains($"{missing.Values[0]}", StringComparison.Ordinal)));
    }
}
