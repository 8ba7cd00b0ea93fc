namespace MinimalApi.Data;

/// <summary>A pairing round as the host keeps it.</summary>
public sealed class PairingRow
{
    public long Id { get; set; }

    public required string Community { get; set; }

    public DateTime PlannedAt { get; set; }

    /// <summary>What <c>PairingRound.ToHistory()</c> gave, as JSON.</summary>
    public required string Meetings { get; set; }
}
