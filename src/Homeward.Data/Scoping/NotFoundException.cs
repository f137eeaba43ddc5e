namespace Homeward.Data.Scoping;

/// <summary>A record that is not there for this caller: missing and foreign are told apart nowhere.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>Somebody else saved the record first.</summary>
public sealed class LostRaceException() : Exception("The record has been changed by somebody else.");
