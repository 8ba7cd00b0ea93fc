using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What came of one pass of the dispatcher.</summary>
/// <param name="Told">How many entries were handled.</param>
/// <param name="Failures">The entries that were not, at most one for each handler and community.</param>
public sealed record OutboxPass(int Told, ValueList<OutboxFailure> Failures);
