namespace Homeward.Domain.Foundation;

/// <summary>A record that belongs to a unit and is seen only by those whose scope holds that unit.</summary>
public interface IBelongsToUnit
{
    Guid UnitId { get; }
}

/// <summary>A record that one unit sends to another, such as a release from a centre: both see it, and a write needs one of them in scope.</summary>
public interface IBetweenUnits : IBelongsToUnit
{
    /// <summary>The unit that it comes from; <see cref="IBelongsToUnit.UnitId"/> is the one that receives it.</summary>
    Guid FromUnitId { get; }
}

/// <summary>A record of work about one client; its unit is always the client's unit.</summary>
public interface IAboutClient : IBelongsToUnit
{
    Guid ClientId { get; }
}

/// <summary>A record whose version goes up with every change, so that a lost race is noticed.</summary>
public interface IVersioned
{
    Guid Id { get; }
    int Version { get; }
}

/// <summary>
/// A record that is judged by what else stands under another one. Writing it counts that one's version up: of two who write at once, and know nothing of each other, one loses the race.
/// </summary>
public interface IStandsUnder
{
    Guid StandsUnderId { get; }
}

/// <summary>A record whose every change leaves an audit row.</summary>
public interface IAudited
{
    Guid Id { get; }
}
