namespace CommunityOfPractice.Testing;

/// <summary>A store breaks the contract of its port.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(ConformanceReport report)
        : base(report.ToString()) => Report = report;

    /// <summary>Gets the report.</summary>
    /// <value>At least one rule in it is broken.</value>
    public ConformanceReport Report { get; }
}
