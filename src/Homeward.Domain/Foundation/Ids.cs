namespace Homeward.Domain.Foundation;

/// <summary>New record ids: version 7, so that an index grows at its end. Lists are never ordered by them.</summary>
public static class Ids
{
    [ThreadStatic]
    static Func<Guid>? drawn;

    public static Guid New() => drawn?.Invoke() ?? Guid.CreateVersion7();

    /// <summary>Lets this thread draw its ids from a source until the answer is disposed: a demo world has the same ids each time it is made.</summary>
    public static IDisposable DrawFrom(Func<Guid> source) => new Drawing(source);

    sealed class Drawing : IDisposable
    {
        readonly Func<Guid>? before = drawn;

        public Drawing(Func<Guid> source) => drawn = source;

        public void Dispose() => drawn = before;
    }
}
