namespace CommunityOfPractice.Core.Records;

/// <summary>A command that was carried out: which entries came of it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The id that the host gave the command.</param>
/// <param name="First">The version of the first entry.</param>
/// <param name="Last">The version of the last entry.</param>
public sealed record HandledCommand(string Id, long First, long Last);
