namespace Homeward.Domain.Supervision;

/// <summary>The records behind something counted or worked out, each named once.</summary>
static class RecordIds
{
    public static IReadOnlyList<Guid> Of(params IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];
}
