namespace Homeward.Domain.Foundation;

/// <summary>New record ids: version 7, so that an index grows at its end. Lists are never ordered by them.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();
}
