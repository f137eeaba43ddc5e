namespace Homeward.Data.Scoping;

/// <summary>A record that is not there for this caller: missing and foreign are told apart nowhere.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>Somebody else saved the record first.</summary>
public class LostRaceException() : Exception("The record has been changed by somebody else.");

/// <summary>What was to be new is there already, in whatever scope: the same form came twice at one instant, or two numbers met.</summary>
public sealed class KeyTakenException : LostRaceException;
