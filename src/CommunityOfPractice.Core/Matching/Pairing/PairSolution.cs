namespace CommunityOfPractice.Core.Matching;

/// <summary>Groups of numbers of a pool, those left over, and what is proven about it.</summary>
internal sealed record PairSolution(List<int[]> Groups, List<int> Alone, PairingCertificate Certificate);
