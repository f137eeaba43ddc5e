namespace Homeward.Web.Tests.Hosting;

/// <summary>For tests about what the whole process holds or tells, as its memory and its spans: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
