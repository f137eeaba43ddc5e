namespace Homeward.Web.Components;

/// <summary>One part of a chart: what is counted, how many (null where the number is closed) and the list behind it.</summary>
public sealed record Bar(string Label, int? Value, string? Href = null);
