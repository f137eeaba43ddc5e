namespace Homeward.Data.Policies;

/// <summary>Something wrong in a policy file: where and why.</summary>
public sealed record PolicyFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>A policy pack cannot be used; all faults found are listed.</summary>
public sealed class PolicyFaultException(IReadOnlyList<PolicyFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<PolicyFault> Faults { get; } = faults;
}
